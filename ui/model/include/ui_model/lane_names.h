// Runs and lanes in words, the same wherever they are spoken of.
#pragma once

#include <QString>

#include "ui_model/comparison.h"

namespace loopline::ui {

/// "A", "B" … where there are several runs; empty for a single one.
QString runLetter(const Comparison& comparison, int run);
/// "A · Sequential awaits".
QString runTitle(const Comparison& comparison, int run);
/// "3 tasks · ends at 2.000 s", and what is worth knowing beside: "blocked for 3.0 s".
QString runSummary(const Comparison& comparison, int run);
/// "A 3.0 s · B 2.0 s · 1.0 s apart"; empty for a single run.
QString differenceText(const Comparison& comparison);
/// What a lane is called: "Task-2", "Event loop", "Thread".
QString laneName(const replay::Replay& replay, replay::LaneIndex lane);
/// A call as written, without arguments that only say what kind of thing they are: "worker(0, …)".
QString shortCall(const QString& call);
/// The quieter line below: "say('world', 2)", "asyncio".
QString laneCall(const replay::Replay& replay, replay::LaneIndex lane);
/// "ready queue", "items in jobs".
QString counterName(const replay::Counter& counter);

}  // namespace loopline::ui
