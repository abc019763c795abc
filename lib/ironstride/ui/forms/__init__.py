"""Forms: what a person types, turned into Records; a mistake gets a sentence beside its field."""
