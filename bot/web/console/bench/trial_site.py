"""The trials as a whole: the routes of their pages, over the database."""

from __future__ import annotations

from sqlalchemy.engine import Engine
from starlette.routing import BaseRoute

from bot.adapters.protocol_files import ProtocolShelf
from bot.adapters.sql.accounts import AccountStore
from bot.adapters.sql.sessions import SessionStore
from bot.adapters.sql.trial_ideas import IdeaStore
from bot.adapters.sql.trial_seats import SeatStore
from bot.adapters.sql.trials import TrialStore
from bot.settings import Settings
from bot.web.console.bench.tabs import BenchPages
from bot.web.console.bench.trial_desk import TrialDesk
from bot.web.console.bench.trial_ideas import TrialIdeas
from bot.web.console.bench.trial_report import TrialReports
from bot.web.console.bench.trial_watch import TrialWatch
from bot.web.console.bench.trials import TrialPages
from bot.web.console.doors import Doors
from bot.web.console.table_codes import TableCodes


def trial_routes(
    engine: Engine, secret: str, doors: Doors, pages: BenchPages, settings: Settings
) -> list[BaseRoute]:
    """secret: of the installation, out of which codes are made."""
    desk = TrialDesk(TrialStore(engine), IdeaStore(engine), SessionStore(engine), pages)
    shelf, codes = ProtocolShelf.of(settings), TableCodes(secret)
    return [
        *TrialPages(desk, shelf, codes, doors, pages, settings.public_url).routes(),
        *TrialWatch(desk, SeatStore(engine), AccountStore(engine), doors).routes(),
        *TrialIdeas(desk, doors).routes(),
        *TrialReports(desk, doors).routes(),
    ]
