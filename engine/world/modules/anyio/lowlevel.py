"""Points at which others may run and a cancellation may come."""

from anyio._scopes import cancel_shielded_checkpoint, checkpoint, checkpoint_if_cancelled

__all__ = ["checkpoint", "checkpoint_if_cancelled", "cancel_shielded_checkpoint"]
