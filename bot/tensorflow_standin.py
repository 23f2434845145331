"""Answers Rasa's imports of TensorFlow when TensorFlow is not installed.

Rasa 3.6 imports TensorFlow for its DIET and TED components even when the trained pipeline uses
neither. The finder below stands last in `sys.meta_path`, so that a real TensorFlow, where one is
installed (`make tensorflow`), always wins. A module it makes gives empty classes that can be
inherited from, named in annotations and used as decorators; an object of a Rasa model built on
them cannot be made: that raises TensorFlowMissing, which says what to do.

Loaded in every Python of the environment by declic_standin.pth, so that plain `rasa …` works too.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

STOOD_IN = frozenset(
    {"keras", "tensorflow", "tensorflow_addons", "tensorflow_hub", "tensorflow_text"}
)


class TensorFlowMissing(ImportError):
    """A component of config.yml needs TensorFlow, and TensorFlow is not installed."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} needs TensorFlow, which is not installed. Run `make tensorflow`, "
            "or take DIETClassifier, TEDPolicy and the like out of config.yml."
        )


class _Nothing(type):
    """A class for whatever TensorFlow offers at import time: a base, a decorator, an annotation."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _nothing(name)

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        if cls.__module__ != __name__:
            raise TensorFlowMissing(cls.__name__)
        return _nothing(cls.__name__)

    def __getitem__(cls, _item: Any) -> Any:
        return cls


def _nothing(name: str) -> Any:
    return _Nothing(name, (), {"__module__": __name__})


class _StandInModule(ModuleType):
    __path__: list[str] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _nothing(name)


class _StandIn(MetaPathFinder, Loader):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] not in STOOD_IN:
            return None
        return ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _StandInModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        pass


def is_standing_in() -> bool:
    """Whether TensorFlow's imports are answered here and not by a real TensorFlow."""
    import tensorflow

    return isinstance(tensorflow, _StandInModule)


if not any(isinstance(finder, _StandIn) for finder in sys.meta_path):
    sys.meta_path.append(_StandIn())
