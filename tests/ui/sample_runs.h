// Recorded runs to look at: a few small programs, and the comparison of them.
#pragma once

#include <memory>
#include <vector>

#include "ui_model/comparison.h"

namespace loopline::test {

/// Two coroutines awaited one after the other, and the same as tasks.
ui::ComparedRun sequentialRun();
ui::ComparedRun tasksRun();
/// A heartbeat and a report that blocks the loop; the same report in pieces.
ui::ComparedRun blockingRun();
ui::ComparedRun cooperativeRun();
/// Tasks that are cancelled, raise, wait for a lock and a queue.
ui::ComparedRun mixedRun();
/// `tasks` tasks that sleep `rounds` times each.
ui::ComparedRun manyTasksRun(int tasks, int rounds);

std::shared_ptr<const ui::Comparison> compare(std::vector<ui::ComparedRun> runs, bool ownWork = false);

}  // namespace loopline::test
