"""The synthetic region's words in the service's own: needs, ways in, kinds of contact, evidence, ends."""

from __future__ import annotations

from collections.abc import Mapping

NEED: Mapping[str, str] = {
    "money": "money",
    "home": "home",
    "school": "learning",
    "caring": "parenting",
    "company": "loneliness",
    "work": "work",
    "mood": "health",
    "early_years": "parenting",
}
URGENCY: Mapping[str, str] = {"routine": "routine", "soon": "soon", "urgent": "same-day"}
SOURCE: Mapping[str, str] = {"jobcentre": "RS7"}  # every other sender uses the one professional form
SENDER: Mapping[str, str] = {"school": "referrer", "housing": "referrer-2"}
CONTACT: Mapping[str, str] = {
    "home_visit": "visit",
    "phone": "phone",
    "met_out": "venue",
    "accompanied_visit": "accompanied",
    "text": "text",
}
MEASURE: Mapping[str, str] = {  # what a goal about each topic works towards
    "money": "OM11",
    "home": "OM10",
    "school": "OM16",
    "caring": "OM14",
    "company": "OM19",
    "work": "OM01",
    "mood": "OM12",
    "early_years": "OM17",
}
EVIDENCE: Mapping[str, str] = {
    "own_words": "said",
    "scale": "scale",
    "tutor_record": "provider",
    "attendance_record": "provider",
    "employer_letter": "document",
    "college_letter": "document",
}
END: Mapping[str, str] = {
    "goals_met": "goals-reached",
    "moved_away": "moved-away",
    "stepped_up": "stepped-up",
    "person_ended": "persons-no",
    "contact_lost": "no-reply",
}
EVERY_CHANNEL = ("phone", "text", "visit", "letter", "email")
FIRST_STEP = {"en": "Talk it through together next time", "cy": "Siarad am y peth gyda'n gilydd y tro nesaf"}
ADVICE = {
    "en": "We talked about what is on nearby, and who to ask about money worries.",
    "cy": "Buom yn siarad am yr hyn sydd ar gael gerllaw, a phwy i'w holi am bryderon ariannol.",
}
ROUTED_BECAUSE = {
    "en": "They would like someone to walk alongside them.",
    "cy": "Hoffent gael rhywun i gydgerdded â nhw.",
}
