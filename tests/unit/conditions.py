"""Any condition over a few facts, and any answers to them, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from bot.orientation.condition_truth import Value
from bot.orientation.offer import AllOf, AnyOf, Condition, IsTrue, Not, OneOf, Within

VALUES: dict[str, list[Value]] = {
    "age": [10.0, 18.0, 21.0, 25.0, 26.0, 40.0],
    "in_cej": [True, False],
    "one_way_km": [0.0, 15.0, 16.0, 80.0],
    "receives_rsa": [True, False],
    "status": ["employee", "jobseeker", "student", "other"],
}
LIMITS = st.one_of(st.none(), st.sampled_from([15.0, 18.0, 25.0]))

leaves: st.SearchStrategy[Condition] = st.one_of(
    st.builds(IsTrue, st.sampled_from(["in_cej", "receives_rsa"])),
    st.builds(
        OneOf,
        st.just("status"),
        st.sets(st.sampled_from(["employee", "jobseeker", "student"]), min_size=1).map(
            lambda values: tuple(sorted(values))
        ),
    ),
    st.builds(Within, st.sampled_from(["age", "one_way_km"]), LIMITS, LIMITS),
)
conditions: st.SearchStrategy[Condition] = st.recursive(
    leaves,
    lambda part: st.one_of(
        st.builds(Not, part),
        st.builds(AllOf, st.lists(part, min_size=1, max_size=3).map(tuple)),
        st.builds(AnyOf, st.lists(part, min_size=2, max_size=3).map(tuple)),
    ),
    max_leaves=6,
)
whole_facts: st.SearchStrategy[dict[str, Value]] = st.fixed_dictionaries(
    {fact: st.sampled_from(values) for fact, values in VALUES.items()}
)
some_facts: st.SearchStrategy[dict[str, Value]] = st.fixed_dictionaries(
    {}, optional={fact: st.sampled_from(values) for fact, values in VALUES.items()}
)
