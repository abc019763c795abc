"""One module for each family of rules: a week in, an outcome out."""
