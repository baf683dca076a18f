"""Training in small: the fit finds what is there, leaves out what it should, and gives the same every time."""

import json

import numpy as np
import pytest

from game.library import asset
from game.reader.training import camping
from game.reader.training.calibrate import is_right
from game.reader.training.fit import Help, examples, fit, known_words, logistic
from game.reader.training.measure import agreement, auc, kappa, macro_f1, rank_correlation
from game.reader.training.outside import outside_sentences
from game.reader.training.sentences import Sentence, load_sentences, package
from game.reader.weights import load_weights, shipped

PLAIN = {"confidence": 0.75, "desperation": 0.0, "warmth": 0.25, "hostility": 0.0, "gloating": 0.0}


def lines() -> list[Sentence]:
    """Two acts and lines to ask back, each said in a few ways."""
    said = {
        "ask_decision": [
            "who decides this", "who signs it", "who decides in the end", "is it you who decides", "who else signs",
        ],
        "chat": ["hello there", "how was your weekend", "lovely weather today", "hello ruth", "nice weather again"],
        "unclear": ["banana", "my uncle has a boat", "the pigeons sing", "qwer asdf", "purple seven"],
    }  # fmt: skip
    return [
        Sentence(text, kind, "raise_request", "employee", id=f"{kind}-{n}", clear=kind != "unclear", signals=PLAIN)
        for kind, texts in said.items()
        for n, text in enumerate(texts)
    ]


@pytest.fixture(scope="module")
def fitted():
    return fit(examples(lines()), Help(), {"sharpness": 1.0})


def test_the_fit_knows_its_lines_and_most_of_them_even_unseen(fitted):
    kinds = [name for name in fitted.weights.columns if name.startswith("kind ")]
    wanted = [f"kind {line.kind}" for line in lines()]
    unseen = [kinds[row.argmax()] for row in fitted.unseen[:, : len(kinds)]]
    assert sum(a == b for a, b in zip(unseen, wanted, strict=True)) >= 9


def test_the_same_lines_give_the_same_weights(fitted, tmp_path):
    again = fit(examples(lines()), Help(), {"sharpness": 1.0}).weights
    assert (again.table == fitted.weights.table).all()
    for name, weights in (("a", again), ("b", fitted.weights)):
        weights.save(tmp_path / f"{name}.npz")
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()
    read = load_weights(tmp_path / "a.npz")
    assert read.columns == again.columns and read.settings == {"sharpness": 1.0} and read.traits == dict(again.traits)


def test_vectors_are_folded_into_the_table():
    helped = Help(vectors=np.ones((32768, 2), dtype=np.float32) / 100)
    assert (
        fit(examples(lines()), helped, {}).weights.table.shape == fit(examples(lines()), Help(), {}).weights.table.shape
    )


def test_the_shipped_weights_are_small_and_know_every_act():
    assert asset("reader/weights.npz").stat().st_size < 4e6
    kinds = {name for name in shipped().columns if name.startswith("kind ")}
    assert {f"kind {line.kind}" for line in load_sentences(asset("reader"))} <= kinds


def test_a_word_is_known_from_the_second_line_on():
    weights = shipped()
    assert weights.knows("offer") and not weights.knows("blorgfnarp")
    assert known_words(["one two", "two"]).any() and not known_words(["one"]).any()


def test_a_logistic_regression_separates():
    clues = np.array([[0.0], [0.2], [0.8], [1.0]])
    by, start = logistic(clues, np.array([False, False, True, True]), ridge=0.01)
    assert by[0] > 0 > start


def test_figures():
    assert macro_f1(["a", "b"], ["a", "b"]) == 1 and kappa(["a", "a", "b", "b"], ["a", "b", "a", "b"]) == 0
    assert auc(np.array([True, True, False]), np.array([2.0, 0.0, 1.0])) == 0.5
    assert rank_correlation(np.array([1, 2, 3]), np.array([3, 2, 1])) == pytest.approx(-1)
    assert np.isnan(rank_correlation(np.array([1, 1]), np.array([1, 2])))


def test_agreement_of_two_labellings(tmp_path):
    first = lines()
    rows = [{"id": line.id, "kind": line.kind, "clear": line.clear, "signals": PLAIN} for line in first]
    text = "\n".join(json.dumps(row) for row in rows)
    (tmp_path / "sentences_second.jsonl").write_text(text, encoding="utf-8")
    assert agreement(first, tmp_path)["kappa of kinds"] == 1.0


def test_without_outside_files_there_are_no_outside_lines(tmp_path):
    assert outside_sentences(tmp_path) == []
    assert package(None) is None and package("salary=60000") == {"salary": "60000"}


def test_nothing_is_right_without_a_move():
    assert not is_right(lines()[0], None)


def test_the_camping_labels_are_learned_from_a_folder(tmp_path):
    rows = [
        ("I need water, my kids are thirsty", "self-need"),
        ("hello how are you today", "small-talk"),
        ("we need food for the children", "self-need"),
        ("hi there, lovely day for camping", "small-talk"),
        ("we really need more water", "self-need"),
        ("hello, nice to meet you", "small-talk"),
    ]
    (tmp_path / "casino_trainvalid.jsonl").write_text(
        "".join(
            f'{{"dialogue_id": {n}, "prev": "", "text": "{text}", "labels": ["{label}"]}}\n'
            for n, (text, label) in enumerate(rows)
        ),
        encoding="utf-8",
    )
    predict = camping.train(tmp_path)
    assert predict([{"text": "my kids need water"}, {"text": "hello you, lovely day"}]) == [
        ["self-need"],
        ["small-talk"],
    ]
    assert set(camping.crossvalidated(tmp_path, folds=3)) == {
        "self-need",
        "small-talk",
        "macro-F1 of the nine strategies",
    }
