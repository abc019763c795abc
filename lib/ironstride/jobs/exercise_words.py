"""The words of an exercise's name as they are compared: one spelling, equipment apart."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

Words = frozenset[str]


@dataclass(frozen=True)
class Bag:
    """What a name says: its words in any order, and the equipment apart."""

    words: Words
    equipment: Words


def split(name: str) -> list[str]:
    """Return the words of a name: small, singular, without accents, brackets and fillers.

    >>> split("Développé Couché (Haltères)"), split("Single-Leg RDLs with DB")
    (['developpe', 'couche', 'dumbbell'], ['singleleg', 'romanian', 'deadlift', 'dumbbell'])
    """
    letters = unicodedata.normalize("NFKD", re.sub(r"['’`]", "", name.casefold()))
    plain = "".join(one for one in letters if not unicodedata.combining(one))
    words = [_singular(word) for word in re.sub(r"[\W_]+", " ", plain).split()]
    whole = " ".join(_ABBREVIATIONS.get(word, word) for word in words)
    joined = _PHRASE.sub(lambda found: _PHRASES[found[0]], whole)
    return [EQUIPMENT.get(word, word) for word in joined.split() if word not in _FILLERS]


def bag(words: Iterable[str]) -> Bag:
    """Return what words say, without those that another of them implies.

    >>> bag(split("Cable Bicep Curls")) == bag(split("Curl (cable machine)"))
    True
    """
    named = frozenset(words)
    equipment = named & _KINDS_OF_EQUIPMENT
    kept = named - equipment
    if "unilateral" in kept:
        kept = kept - {"unilateral"} | {"singleleg" if kept & _LEG_WORDS else "singlearm"}
    implied = {one for word in kept for one in _IMPLIED.get(word, ())}
    return Bag(kept - implied, equipment - {"machine"} if len(equipment) > 1 else equipment)


def _singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] != "s" else word


_IRREGULAR = {
    "calves": "calf", "flies": "fly", "flye": "fly", "flyes": "fly", "carries": "carry",
    "legged": "leg", "armed": "arm", "handed": "arm", "hand": "arm", "inclined": "incline",
    "declined": "decline", "paused": "pause", "banded": "band", "abs": "ab", "ham": "hamstring",
    "hams": "hamstring", "calve": "calf",
}  # fmt: skip
_ABBREVIATIONS = {
    "bb": "barbell", "db": "dumbbell", "kb": "kettlebell", "bw": "bodyweight", "ez": "ezbar",
    "rdl": "romanian deadlift", "ohp": "overhead press", "sl": "single leg",
}  # fmt: skip
_PHRASES = {
    "pull up": "pullup", "push up": "pushup", "press up": "pushup", "chin up": "chinup",
    "sit up": "situp", "step up": "stepup", "dead lift": "deadlift", "pull down": "pulldown",
    "push down": "pushdown", "press down": "pushdown", "pressdown": "pushdown",
    "pull over": "pullover", "skull crusher": "skullcrusher", "cross over": "crossover",
    "t bar": "tbar", "v bar": "vgrip", "v grip": "vgrip", "trap bar": "trapbar",
    "hex bar": "trapbar", "plate loaded": "plate", "body weight": "bodyweight",
    "single arm": "singlearm", "one arm": "singlearm", "straight arm": "straightarm",
    "single leg": "singleleg", "one leg": "singleleg",
    "stiff leg": "stiffleg", "straight leg": "stiffleg", "bent over": "bentover",
    "hip bridge": "glute bridge", "hamstring curl": "leg curl", "nordic hamstring": "nordic",
    "nordic curl": "nordic", "nordic hamstring curl": "nordic", "nordic leg curl": "nordic",
    "rear delt reverse fly": "reverse fly", "rear delt fly": "reverse fly",
    "side lateral raise": "lateral raise", "side raise": "lateral raise",
    "lat raise": "lateral raise", "chest dip": "dip", "tricep dip": "dip",
    "military press": "overhead press", "high bar": "", "low bar": "", "two arm": "",
    "over head": "overhead", "benchpress": "bench press", "kick back": "kickback",
    "bar bell": "barbell", "dumb bell": "dumbbell", "kettle bell": "kettlebell",
    "barra fixa": "barrafixa", "barre fixe": "barrefixe", "poid du corp": "bodyweight",
    "peso corporal": "bodyweight", "peso do corpo": "bodyweight", "corpo libero": "bodyweight",
}  # fmt: skip
_PHRASE = re.compile(rf"\b(?:{'|'.join(sorted(_PHRASES, key=len, reverse=True))})\b")
EQUIPMENT = {
    "langhantel": "barbell", "barra": "barbell", "barre": "barbell", "bilanciere": "barbell",
    "halterstang": "barbell", "kurzhantel": "dumbbell", "kurzhanteln": "dumbbell",
    "mancuerna": "dumbbell", "haltere": "dumbbell", "halter": "dumbbell",
    "manubrio": "dumbbell", "manubri": "dumbbell", "kabel": "cable", "kabelzug": "cable",
    "poulie": "cable", "polea": "cable", "polia": "cable", "cabo": "cable", "cavo": "cable",
    "cavi": "cable", "maschine": "machine", "maquina": "machine", "macchina": "machine",
    "toestel": "machine", "lever": "machine", "leverage": "machine", "multipower": "smith",
    "multipresse": "smith", "korpergewicht": "bodyweight", "lichaamsgewicht": "bodyweight",
}  # fmt: skip
_KINDS_OF_EQUIPMENT = frozenset(EQUIPMENT.values()) | {
    "band", "ezbar", "kettlebell", "landmine", "plate", "trapbar",
}  # fmt: skip
_FILLERS = {
    "a", "al", "alla", "alternate", "alternating", "am", "an", "and", "at", "attachment", "au",
    "aux", "avec", "bar", "con", "com", "conventional", "da", "de", "degli", "dei", "del",
    "della", "der", "des", "di", "die", "do", "du", "e", "el", "en", "et", "exercise", "flat",
    "for", "from", "grip", "im", "in", "la", "le", "les", "met", "mit", "na", "no", "of", "on",
    "op", "regular", "standard", "the", "to", "traditional", "und", "using", "with", "y",
}  # fmt: skip
_LEG_WORDS = {"leg", "calf", "glute", "hip", "squat", "deadlift", "bridge", "lunge"}
_IMPLIED = {
    "curl": ("bicep",), "pushdown": ("tricep",), "skullcrusher": ("tricep",), "fly": ("chest",),
    "pulldown": ("lat",), "crunch": ("ab", "abdominal"), "singleleg": ("leg",),
}  # fmt: skip
