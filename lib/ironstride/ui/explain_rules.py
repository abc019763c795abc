"""What stands behind "How is this computed?" on the page Rules."""

RULE_GRID = {
    "rule_grid": (
        "Each mark is one rule in one week, by the words of the rule above. Weeks begin on the day "
        "that you chose in Settings. A week is judged when it is over; the unfinished one is "
        "open until a rule is met or broken.\n\n"
        "Not assessable means that the log does not hold what the rule needs: a field that was "
        "left empty, sets that a watch did not know, or days before the log began. It counts "
        "neither for nor against you.\n\n"
        "The rules are not added up: they come from articles and trials that disagree, and "
        "keeping more of them was never shown to be better."
    ),
}
