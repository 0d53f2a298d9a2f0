// Finding the next question, and what was known when it is asked. Pure; runs on pool threads.
#pragma once

#include <QSet>
#include <optional>

#include "ui_model/predictor.h"

namespace loopline::ui {

/// The nearest question from a position on, in any of the runs.
std::optional<Prediction> nextPrediction(const Comparison& comparison, Position from, unsigned kinds,
                                         const QSet<int>& endsAsked);

/// The comparison as it was known at a position; null if it cannot be built.
std::shared_ptr<const Comparison> knownAt(const Comparison& comparison, Position position);

/// Why the answer is what it is.
QString explanationOf(const Comparison& comparison, const Prediction& prediction);

}  // namespace loopline::ui
