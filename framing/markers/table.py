"""The one table of markers. A new marker is a row here, and a lexicon or a rule.

Ratios in ``source`` were measured when this project was planned, with word lists of the
same kind as ours, not with the lexicons as shipped: how much more often (per 1,000 words)
a marker stood in sentences that people had called biased or propagandistic than in others.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from framing.markers import rules
from framing.types import Document, Group, Marker, Match

Finder = Callable[[Document, Sequence[Match]], Sequence[Match]]

UNIT = "hits per 1,000 words"
STYLE = "style only, no sign of bias"
MORE = "more in texts that readers call biased"
LESS = "less in texts that readers call biased"

_BABE = "BABE (Spinde et al. 2021)"
_PTC = "PTC (Da San Martino et al. 2020)"
_BASIL = "BASIL (Fan et al. 2019)"


@dataclass(frozen=True, slots=True)
class Row:
    """A marker and the function that finds it, given the matches of the lexicon of its name."""

    marker: Marker
    find: Finder = rules.as_matched


GROUPS: tuple[Group, ...] = (
    Group("stance", "S", "Stance", "certainty and duty"),
    Group("evaluation", "E", "Evaluation", "judging words"),
    Group("sourcing", "W", "Attribution & sourcing", "sourcing"),
    Group("labels", "L", "Labels, us/them", "labels"),
    Group("legitimation", "J", "Legitimation", "appeals to principle and history"),
    Group("threat", "T", "Threat & conflict", "words of conflict"),
    Group("formula", "F", "Formula & set phrases", "set phrases"),
    Group("facts", "N", "Facts & numbers", "facts and figures"),
)


def _row(
    group: str,
    name: str,
    label: str,
    construct: str,
    direction: str,
    source: str,
    misses: str,
    find: Finder = rules.as_matched,
) -> Row:
    return Row(Marker(name, label, group, construct, UNIT, direction, source, misses), find)


MARKERS: tuple[Row, ...] = (
    _row(
        "stance",
        "hedges",
        "Hedges",
        "words that lower certainty (may, could, appears, likely)",
        STYLE,
        f"Hyland (1998); ratio 1.14 in {_BABE}, within outlet, but 0.93 in {_PTC}",
        "could as past ability and may as permission count; hedging that whole clauses do is not seen",
    ),
    _row(
        "stance",
        "boosters",
        "Boosters",
        "words that raise certainty without proof (clearly, of course, in fact)",
        MORE,
        f"Hyland (2005); ratio 1.93 in {_BABE}, within outlet, 1.67 in {_PTC}",
        "in fact and actually also correct a statement; irony is not seen",
    ),
    _row(
        "stance",
        "absolutes",
        "Absolutes",
        "words that allow no exception (all, every, never, entirely)",
        MORE,
        f"ratio 1.42 in {_BABE}, within outlet, 1.28 in {_PTC}; no effect in {_BASIL}",
        "plain counts count too (all 14 members); any, no and each alone are left out",
    ),
    _row(
        "stance",
        "obligation",
        "Obligation and demands",
        "words that say what somebody ought to do (must, should, calls on)",
        "marks opinion writing; " + STYLE,
        f"ratio 0.93 in {_BABE}, within outlet, 0.81 in {_PTC}",
        "rules and laws quoted in the outlet's own words count; should as a condition counts",
    ),
    _row(
        "evaluation",
        "praise",
        "Praise",
        "words that evaluate well (remarkable, fruitful, achievement)",
        "more at home than abroad in state outlets; weak as a sign of bias",
        f"ratio 1.06 in {_BABE}, within outlet, 1.21 in {_PTC}",
        "praise by facts alone is not seen; a thing may be called good because it is",
    ),
    _row(
        "evaluation",
        "judging",
        "Judging words",
        "words that evaluate badly (reckless, baseless, brutal, outrageous)",
        MORE,
        f"insults: ratio 3.35 in {_BABE}, within outlet, 3.07 in {_PTC}, 2.85 in {_BASIL}",
        "blame by facts alone is not seen; plain names of crimes may count",
    ),
    _row(
        "evaluation",
        "intensifiers",
        "Intensifiers",
        "words that turn up the volume (very, deeply, massive, unprecedented)",
        MORE,
        f"ratio 1.65 in {_BABE}, within outlet, 1.55 in {_PTC}, 1.62 in {_BASIL}",
        "strength that lies in the verb or noun is not seen; a record may truly be unprecedented",
    ),
    _row(
        "sourcing",
        "attribution",
        "Neutral attribution",
        "report words that hand a statement to its speaker without comment (said, according to)",
        LESS,
        f"ratio 0.35 in {_BABE}, within outlet, 0.73 in {_PTC}, 0.63 in {_BASIL}",
        "counts verbs, not whether the source is good; rare report verbs are not listed",
    ),
    _row(
        "sourcing",
        "doubting",
        "Doubting words",
        "report words that tell how far to trust a statement (claimed, alleged, admitted)",
        MORE,
        f"Recasens et al. (2013); ratio 1.56 in {_BABE}, within outlet, 1.60 in {_BASIL}, 1.01 in {_PTC}",
        "allege is also a duty in court news; whose words are doubted is for the reader to see",
    ),
    _row(
        "sourcing",
        "named_sources",
        "Named sources",
        "a person or body named as the source of words",
        STYLE,
        "a source as in PolNeAR (Newell et al. 2018); not measured as a sign of bias",
        "pronouns are left out; missed where parsing misses the cue or takes the wrong words for the source",
        rules.named_sources,
    ),
    _row(
        "sourcing",
        "unnamed_sources",
        "Unnamed sources",
        "sources without a name (officials, experts, it is believed)",
        LESS,
        f"marks reporting: ratio 0.75 in {_BABE}, 0.77 in {_PTC}",
        "a source named elsewhere in the text still counts where it is not; the official, taken up again, does not",
        rules.unnamed_sources,
    ),
    _row(
        "sourcing",
        "scare_quotes",
        "Scare quotes",
        "a few words in quotation marks that no one is said to have spoken",
        MORE,
        f"ratio 1.43 in {_BABE}, within outlet, 1.80 in {_PTC}, 1.89 in {_BASIL}; not confirmed in a later set",
        "nicknames and terms being explained count; a quotation whose speaker was missed counts",
        rules.scare_quotes,
    ),
    _row(
        "sourcing",
        "western_conventions",
        "Conventions of Western reporting",
        "set phrases of Western newsrooms about their sources (declined to comment, state-run)",
        STYLE,
        "rarer in 241 state-media articles than in Western articles on the same events",
        "a house habit, which says nothing about the facts; British and American habits differ",
    ),
    _row(
        "labels",
        "labels",
        "Labels",
        "names that judge while they name (regime, puppet, extremist, so-called)",
        MORE,
        f"ratio 3.13 in {_BABE}, within outlet, 2.03 in {_PTC}",
        "some labels are accepted descriptions or proper names; who is labelled is for the reader to see",
    ),
    _row(
        "labels",
        "us_them",
        "Us and them",
        "words that draw a line between us and others (we, our, motherland, certain countries)",
        "an outlet's habit more than a sign of bias",
        f"we and our: ratio 1.03 in {_BABE}, within outlet",
        "quoted speakers say we as well; only pronouns and phrases are seen",
    ),
    _row(
        "labels",
        "blocs",
        "Blocs and power politics",
        "the world as camps and rival powers (the West, hegemony, rules-based order)",
        "more in state outlets; no sign of bias by itself",
        "Western media as an actor: 9 per 10,000 words more in 81 RT articles than in Western ones on the same events",
        "the West as a region counts unless it is plainly one",
    ),
    _row(
        "legitimation",
        "principles",
        "Appeals to principle",
        "law, rights and sovereignty appealed to (international law, sovereignty)",
        "follows the topic; " + STYLE,
        f"law and rights: ratio 0.92 in {_BABE}, within outlet",
        "court reporting and treaties named as facts count",
    ),
    _row(
        "legitimation",
        "purpose",
        "Appeals to purpose",
        "acts presented by their good aim (in order to, to safeguard)",
        "more in propaganda and in Chinese state media about China",
        f"van Leeuwen (2007); ratio 1.60 in {_PTC}",
        "plain purposes count (to ensure supply); purposes without these verbs are not seen",
    ),
    _row(
        "legitimation",
        "history",
        "Appeals to history",
        "the past called as a witness (lessons of history, Cold War, colonial rule)",
        MORE,
        f"historical analogies: ratio 4.25 in {_PTC}, 1.68 in {_BABE}, which may be chance",
        "anniversaries and plain history may count",
    ),
    _row(
        "threat",
        "threat",
        "Threat, force and danger",
        "words of threat, force and danger (war, attack, sanctions, risk, chaos)",
        MORE,
        f"fear words: ratio 1.57 in {_BABE}, within outlet, 2.17 in {_PTC}, 2.68 in {_BASIL}",
        "real wars and disasters need these words: compare texts on one event only; deaths are not counted",
    ),
    _row(
        "threat",
        "conflict_verbs",
        "Words of quarrel",
        "speech told as a fight (slam, lash out, rebuke, accuse)",
        MORE,
        f"ratio 3.13 in {_BABE}, within outlet, 2.45 in {_PTC}, 2.89 in {_BASIL}",
        "the same verbs in news of real blows may count",
    ),
    _row(
        "threat",
        "war_metaphor",
        "War as metaphor",
        "war words for what is no war (trade war, battle over, under siege)",
        MORE,
        f"ratio 2.19 in {_BASIL}, 1.32 in {_PTC}; 1.26 in {_BABE}, within outlet, which may be chance",
        "in stories about a war some are literal",
    ),
    _row(
        "formula",
        "china_formula",
        "Set phrases of Chinese officialdom",
        "fixed phrases of Chinese officials and state media in English (win-win, shared future)",
        "more in Chinese state media; no sign of bias by itself",
        "7 times as frequent in their sections on China as in those on the world",
        "rare in any single text; quoting them is not using them, so mind the voice; lists age",
    ),
    _row(
        "formula",
        "russia_formula",
        "Set phrases of Russian officialdom",
        "fixed phrases of Russian officials and state media in English (special military operation)",
        "more in Russian state media; no sign of bias by itself",
        "phrases of Russian officials' statements in English; share with other texts not measured",
        "rare in any single text; quoting them is not using them, so mind the voice; lists age",
    ),
    _row(
        "formula",
        "diplomatic",
        "Set phrases of diplomacy",
        "set phrases that all diplomacies share (bilateral cooperation, mutual trust)",
        "more in Chinese and Iranian state media, not in RT; no sign of bias by itself",
        "cooperation words: 7 per 10,000 words more in 160 Chinese articles than in Western ones on the same events",
        "official statements of every country are full of them",
    ),
    _row(
        "facts",
        "numbers",
        "Numbers",
        "figures, sums of money, percentages, numbers in words from a hundred up",
        LESS,
        f"digits: ratio 0.66 in {_BABE}, within outlet, 0.45 in {_PTC}",
        "small numbers in words are left out; scores and clock times count; whether a figure is right is not seen",
        rules.numbers,
    ),
    _row(
        "facts",
        "dates",
        "Dates",
        "weekdays, days, months and years",
        LESS,
        f"ratio 0.57 in {_BABE}, within outlet",
        "today and last week are left out; a bare number from 1500 to 2099 is taken for a year",
        rules.dates,
    ),
    _row(
        "facts",
        "vague_quantities",
        "Vague quantities",
        "amounts and times without a figure (many, several, often, in recent years)",
        STYLE,
        f"ratio about 1 in {_BABE} and {_PTC}",
        "vague only where a figure could stand; dozens and thousands count even beside a figure",
    ),
)
