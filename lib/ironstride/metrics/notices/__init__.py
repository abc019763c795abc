"""What may be worth a look: each family finds its own lines; `look_at_this` chooses among them."""
