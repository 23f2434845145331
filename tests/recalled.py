"""A conversation as Rasa recalls it, written by hand: messages, questions and slots in order."""

from __future__ import annotations

import datetime
import json
from typing import Any

from bot.services.case import Case, case_of

DAY = datetime.date(2026, 11, 27)
ADVISOR = "0123456789abcdef"


class Recalled:
    """Keeps events as a tracker does, and the slots as they are after them."""

    def __init__(self) -> None:
        self.events: list[dict[str, Any]] = []
        self.slots: dict[str, Any] = {}

    def asked(self, question: str | None) -> Recalled:
        return self.set(requested_slot=question)

    def typed(self, text: str, author: str | None = None, intent: str = "answer") -> Recalled:
        return self._message(text, text, author, intent)

    def pressed(self, title: str, author: str | None = None, **entities: Any) -> Recalled:
        return self._message(title, f"/answer{json.dumps(entities)}", author, "answer")

    def _message(self, text: str, parsed: str, author: str | None, intent: str) -> Recalled:
        number = sum(event["event"] == "user" for event in self.events) + 1
        self.events.append(
            {
                "event": "user",
                "text": text,
                "parse_data": {"text": parsed, "intent": {"name": intent, "confidence": 1.0}},
                "message_id": f"message-{number}",
                "metadata": {"author": author} if author else {},
            }
        )
        return self

    def set(self, **slots: Any) -> Recalled:
        for name, value in slots.items():
            self.events.append({"event": "slot", "name": name, "value": value})
            self.slots[name] = value
        return self

    def showed(self, kind: str) -> Recalled:
        custom = {"type": kind, "cards": []} if kind == "cards" else {"type": kind}
        self.events.append({"event": "bot", "text": None, "data": {"custom": custom}})
        return self

    def started_over(self) -> Recalled:
        self.events.append({"event": "reset_slots"})
        self.slots.clear()
        return self

    @property
    def case(self) -> Case:
        return case_of("a" * 32, {"slots": self.slots, "events": self.events}, DAY)


def nadia() -> Recalled:
    """A short interview up to the list, with words, buttons and the advisor's help."""
    told = Recalled().asked("consent").pressed("C’est parti", question="consent", value="yes")
    told.set(consent="yes").asked("commune").typed("bourgoin jalieu").set(commune="38053")
    told.asked("statement").typed("oui beaucoup").set(statements={"care": 1.0})
    told.pressed("Non", question="statement", value=-1).set(statements={"care": 1.0, "repair": -1})
    told.set(portrait="done").asked("past_job").typed("j'étais caissière chez leclerc", ADVISOR)
    candidates = [{"said": "caissière", "rome_code": "D1505", "sure": True}]
    told.set(past_job="…", past_job_candidates=candidates).asked("past_job_choice")
    told.pressed("Hôte ou hôtesse de caisse", question="past_job_choice", values=["D1505"])
    told.set(past_jobs=[{"said": "caissière", "rome_code": "D1505"}], past_job_candidates=None)
    told.set(past_job="done", past_job_choice="done").asked("licence")
    told.typed("non, et j'ai pas de voiture je crois").set(licence="no", vehicle="none")
    told.set(public_transport="skipped").asked("max_minutes").typed("une demi-heure")
    told.set(max_minutes=30).asked("hours_refused").typed("pas la nuit")
    told.set(hours_refused=["night"]).asked("conditions_refused")
    told.pressed("Je préfère ne pas répondre", question="conditions_refused", value="declined")
    told.set(conditions_refused="declined").asked("training")
    told.pressed("Oui, quelques mois", question="training", value="short").set(training="short")
    return told.asked(None).set(proposed=["K1304", "D1214"]).showed("cards")
