"""The questions of the interview in order, and what one message did to one of them.

Slots keep what was answered: `licence`, `public_transport`: "yes", "no"; `vehicle`, `training`:
values of the profile; `max_minutes`: minutes as a number; `hours_refused`, `conditions_refused`:
lists; and for each of them UNKNOWN or DECLINED, which are answers too. `commune_area` is the name
of a department or region that was given alone, until a commune is. `address_text` is a street
address that waits for the answer to `exact_address`; what remains of it is `home_point`.
The slots of tastes are told in spark.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.orientation.game import Story
from bot.orientation.pictures import Deck
from bot.services.ports import AddressFinder
from bot.services.understanding import Understanding

UNKNOWN = "unknown"
DECLINED = "declined"
SKIPPED = "skipped"
DONE = "done"

FORMS: Mapping[str, tuple[str, ...]] = {
    "place_form": ("consent", "commune", "exact_address"),
    "interests_form": ("spark_way", "pictures", "picture_why", "scene", "statement", "portrait"),
    "experience_form": ("past_job", "past_job_choice"),
    "mobility_form": ("licence", "vehicle", "public_transport", "max_minutes"),
    "constraints_form": ("hours_refused", "conditions_refused", "training"),
}
QUESTIONS = tuple(question for form in FORMS.values() for question in form)
NO_STEPS = frozenset({"consent", "exact_address", "past_job_choice", *FORMS["interests_form"][:-1]})
STEPS = tuple(q for q in QUESTIONS if q not in NO_STEPS)
"""Progress is counted in these; tastes are several steps (spark_progress.py)."""

FACTS = ("commune", "past_jobs", *FORMS["mobility_form"], *FORMS["constraints_form"])
"""The slots that a message may fill at any question, when it tells a fact in passing."""

URGENT = frozenset({"distress", "violence", "homeless"})
HELP = frozenset({"ask_local_help", "ask_support_offer", "try_job"})
DIGRESSIONS = URGENT | HELP | {
    "back_to_jobs", "compare_jobs", "keep_job", "set_surprise", "what_if",
    "ask_duration", "ask_jobs_source", "ask_language", "ask_pay", "ask_price", "ask_privacy",
    "ask_progress", "ask_reach", "ask_remote_work", "ask_rome", "ask_sheet", "ask_who",
    "discouraged", "erase",
    "give_feedback", "go_back", "goodbye", "greet", "help", "insult", "joke", "money_distress",
    "more_jobs", "out_of_scope", "refuse_job", "repeat", "report_stale", "resume", "set_reading",
    "start_over", "talk_to_human", "tell_circumstance", "tell_disability", "thanks", "why_job",
    "why_question",
}  # fmt: skip
GRAVE = URGENT | {"insult"}
HEARD_FIRST = URGENT | {"set_reading"}
"""What is heard before an answer is looked for in the same words."""
NEEDED = frozenset({"consent"})
"""Questions that cannot be left aside."""
OPEN_QUESTIONS = frozenset({"commune", "past_job"})
TASTE_QUESTIONS = frozenset({"picture_why", "portrait"})
"""Answered by telling tastes in any words, which may sound like talk about jobs or off-topic."""
LIKE_TASTES = frozenset({
    "ask_reach", "ask_sheet", "back_to_jobs", "compare_jobs", "give_feedback", "goodbye", "greet",
    "keep_job", "more_jobs", "out_of_scope", "refuse_job", "report_stale", "resume",
    "set_surprise", "thanks", "try_job", "what_if", "why_job",
})  # fmt: skip
LIKE_ANSWERS = frozenset({"compare_jobs", "keep_job", "tell_circumstance"})
"""Never heard before an answer: "je gardais des enfants" is a past job, kept by nobody."""
SURE_OF_DIGRESSION = 0.6
MAX_CANDIDATES = 6


NO_DECK = Deck("", ())
NO_STORY = Story("", "", "", (), ())


@dataclass(frozen=True)
class Message:
    """What the person sent, as Rasa understood it; a button gives entities and confidence 1."""

    text: str
    intent: str | None = None
    confidence: float = 0.0
    entities: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Reply:
    """A response of the domain to say, with the facts that fill its braces."""

    response: str
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """What a message did: slots to set (empty: nothing), and what to say before the next question.

    is_digression: the message answers nothing and is for a rule (a question, a way out).
    goes_back: another question, named, is to be answered again.
    """

    slots: Mapping[str, Any] = field(default_factory=dict)
    replies: tuple[Reply, ...] = ()
    is_digression: bool = False
    goes_back: bool = False


@dataclass(frozen=True)
class Situation:
    """The question that was asked, the message, and what is known when it arrives.

    addresses: None when no address can be looked up; then none is offered to be. seed: of the
    conversation. deck, story: what the questions on pictures and scenes are about.
    """

    question: str
    message: Message
    slots: Mapping[str, Any]
    understanding: Understanding
    addresses: AddressFinder | None = None
    seed: int = 0
    deck: Deck = NO_DECK
    story: Story = NO_STORY

    @property
    def chosen(self) -> Any:
        """Value of the button, when the message is a button of this very question."""
        entities = self.message.entities
        if entities.get("question") != self.question:
            return None
        return entities.get("value", entities.get("values"))
