#include "sample_runs.h"

#include <utility>

#include "programs.h"

namespace loopline::test {

namespace {

ui::ComparedRun named(const char* name, const char* title, std::vector<Program> programs) {
  return {QString::fromUtf8(name), QString::fromUtf8(title),
          std::make_shared<const replay::Replay>(run(std::move(programs)))};
}

}  // namespace

ui::ComparedRun sequentialRun() {
  return named("sequential", "Sequential awaits",
               {{"main",
                 {line(6), line(8), call("say", 1), set("text", "'world'"), line(2), wait(2000), line(3),
                  print("world"), leave(), line(9), call("say", 1), set("text", "'hello'"), line(2), wait(1000),
                  line(3), print("hello"), leave()}}});
}

ui::ComparedRun tasksRun() {
  return named("tasks", "create_task",
               {{"main", {line(6), spawn(1), line(7), spawn(2), line(8), join(0), line(9), join(1)}},
                {"say", {set("text", "'world'"), line(2), wait(2000), line(3), print("world")}},
                {"say", {set("text", "'hello'"), line(2), wait(1000), line(3), print("hello")}}});
}

ui::ComparedRun blockingRun() {
  std::vector<Op> beat;
  for (int i = 0; i < 3; ++i)
    beat.insert(beat.end(), {line(3), print("beat " + std::to_string(i)), line(4), wait(1000)});
  return named("blocking", "Blocking",
               {{"main", {line(12), gather({1, 2})}},
                {"beat", beat},
                {"report", {line(7), block(3000), line(8), print("report done")}}});
}

ui::ComparedRun cooperativeRun() {
  std::vector<Op> beat, report;
  for (int i = 0; i < 3; ++i)
    beat.insert(beat.end(), {line(3), print("beat " + std::to_string(i)), line(4), wait(1000)});
  for (int i = 0; i < 30; ++i) report.insert(report.end(), {line(8), block(100), line(9), give_way()});
  report.insert(report.end(), {line(10), print("report done")});
  return named("cooperative", "Cooperative",
               {{"main", {line(12), gather({1, 2})}}, {"beat", beat}, {"report", report}});
}

ui::ComparedRun mixedRun() {
  return named("mixed", "Cancelled, failed, locked",
               {{"main",
                 {spawn(1), spawn(2), spawn(3), spawn(4), line(20), wait(500), cancel(0), line(21), join(2), put(),
                  print("put an item"), wait(300)}},
                {"sleeper", {line(2), wait(5000), print("never")}},
                {"fails", {line(5), wait(250), raise("ValueError('no')")}},
                {"holder", {line(8), acquire(0), wait(700), print("has the lock"), release(0)}},
                {"second", {line(11), acquire(0), line(12), wait(100), release(0), get(), print("got an item")}}});
}

ui::ComparedRun manyTasksRun(int tasks, int rounds) {
  std::vector<Program> programs{{"main", {}}};
  for (int task = 1; task <= tasks; ++task) {
    programs[0].ops.push_back(spawn(task));
    Program worker{"work", {}};
    for (int round = 0; round < rounds; ++round) {
      worker.ops.push_back(line(3));
      worker.ops.push_back(wait(10 + (task * 7 + round * 13) % 40));
      if (round % 50 == 49) worker.ops.push_back(block(120));
    }
    programs.push_back(std::move(worker));
  }
  for (int task = 0; task < tasks; ++task) programs[0].ops.push_back(join(task));
  return named("many", "Many tasks", std::move(programs));
}

std::shared_ptr<const ui::Comparison> compare(std::vector<ui::ComparedRun> runs, bool ownWork) {
  return std::make_shared<const ui::Comparison>(std::move(runs), ownWork);
}

}  // namespace loopline::test
