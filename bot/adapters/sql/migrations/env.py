"""Run by Alembic: `migrate.upgrade` hands over an open connection, in a transaction of its own."""

from alembic import context

from bot.adapters.sql.engine import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
