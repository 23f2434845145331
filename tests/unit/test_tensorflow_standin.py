"""Rasa without TensorFlow: imports are answered, use is refused with a clear sentence."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bot.tensorflow_standin import TensorFlowMissing, is_standing_in

pytestmark = pytest.mark.skipif(not is_standing_in(), reason="a real TensorFlow is installed")


def test_a_class_can_inherit_from_what_stands_in() -> None:
    import tensorflow as tf

    class Layer(tf.keras.layers.Layer):
        @tf.function(input_signature=[tf.TensorSpec(shape=[None], dtype=tf.int64)])
        def call(self, inputs: tf.Tensor) -> tf.Tensor:
            return inputs

    with pytest.raises(TensorFlowMissing, match="make tensorflow"):
        Layer()


def test_rasa_can_be_imported_whole_without_loading_tensorflow() -> None:
    code = "import rasa.core.agent, rasa.nlu.classifiers.diet_classifier as d; print(d.__name__)"
    run = subprocess.run(  # noqa: S603
        [sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "rasa.nlu.classifiers.diet_classifier"


def test_a_component_that_needs_tensorflow_is_refused_in_words() -> None:
    from rasa.utils.tensorflow.models import TransformerRasaModel

    with pytest.raises(TensorFlowMissing, match="take DIETClassifier, TEDPolicy"):
        TransformerRasaModel("x", {}, {}, {})


def test_other_missing_modules_are_still_missing() -> None:
    with pytest.raises(ModuleNotFoundError):
        __import__("tensorflow_of_another_name")
