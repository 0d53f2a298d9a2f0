// One function a family of events; each gives the sentence as markup and may set the tone.
#pragma once

#include "facts.h"
#include "ui_model/narrator.h"

namespace loopline::ui {

QString loopSentence(const Facts& facts, Narration::Tone& tone);
QString handleSentence(const Facts& facts);
QString taskSentence(const Facts& facts, Narration::Tone& tone);
QString objectSentence(const Facts& facts);
QString threadSentence(const Facts& facts, Narration::Tone& tone);
QString scriptSentence(const Facts& facts, Narration::Tone& tone);
QString textSentence(const Facts& facts, Narration::Tone& tone);
QString endSentence(const Facts& facts, Narration::Tone& tone);
QString worldSentence(const Facts& facts);

/// Between two events: inside time.sleep, in select, or just on the way.
QString betweenSentence(const Facts& facts, Narration::Tone& tone);
/// "Task-2 was due at 1.000 s and is 0.4 s late." for those that cannot run; empty if there are none.
QString lateSentence(const Facts& facts);

}  // namespace loopline::ui
