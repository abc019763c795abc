"""Jobs: what joins siblings and no screen may own."""
