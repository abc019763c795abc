"""The screen: forms, filters, menu, state and cache."""
