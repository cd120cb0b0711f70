from lynchpin.pathways.rules import Question, needs_of, read_tests, why_not_met

QUESTIONS = {key: Question(key, f"{key}?", key, f"not {key}") for key in ("confidence_low", "mentoring_first")}


def test_a_condition_does_not_meet_the_same_question_asked_as_a_test():
    entries = read_tests(["mentoring_first=yes|confidence_low=yes", "confidence_low=no"])
    needs = needs_of(entries, QUESTIONS, {"confidence_low": True, "mentoring_first": True})
    assert [need.question.key for need in needs] == ["confidence_low", "mentoring_first"], "each is asked once"
    assert why_not_met(needs).params == {"needed": "not confidence_low"}


def test_a_condition_is_asked_first_and_met_by_any_answer():
    entries = read_tests(["mentoring_first=yes|confidence_low=yes"])
    assert why_not_met(needs_of(entries, QUESTIONS, {})).params == {"question": "confidence_low?"}
    assert why_not_met(needs_of(entries, QUESTIONS, {"confidence_low": False})) is None
