// Short hands for writing down what a run did, event by event.
#pragma once

#include <cstdint>
#include <string_view>

#include "trace/recorder.h"

namespace loopline::test {

/// A recorder with a clock of its own and the rows that belong together made together.
class Recording {
 public:
  explicit Recording(trace::Recorder& recorder, const trace::RunInfo& info = {}) : recorder(recorder) {
    recorder.begin_run(info, &time);
  }

  trace::EventNumber add(trace::Kind kind, trace::ObjectId task = 0, std::int64_t a = 0, std::int64_t b = 0,
                         std::int64_t c = 0, std::int64_t d = 0) {
    return recorder.append(kind, task, a, b, c, d);
  }
  std::int64_t text(std::string_view value) { return recorder.intern(value); }
  std::int64_t last() const { return static_cast<std::int64_t>(recorder.last_event()); }

  void loop(trace::ObjectId id) {
    add(trace::Kind::loop_made, 0, id, text("asyncio"));
    recorder.add_loop({id, recorder.intern("asyncio"), recorder.last_event()});
  }
  void task(trace::ObjectId id, std::uint64_t number, std::string_view coroutine, trace::ObjectId parent = 0,
            std::string_view name = {}, std::string_view label = {}, trace::ObjectId of_loop = 1) {
    const trace::StringId name_id = recorder.intern(name);
    add(trace::Kind::task_created, id, parent, text(coroutine), text(label), name_id);
    recorder.add_task({id, number, name_id, recorder.intern(coroutine), recorder.intern(label), parent, of_loop,
                       recorder.last_event()});
  }
  void object(trace::ObjectId id, trace::ObjectType type, std::string_view label = {}) {
    add(trace::Kind::object_made, 0, id, static_cast<std::int64_t>(type), text(label));
    recorder.add_object({id, type, recorder.intern(label), recorder.last_event()});
  }
  void turn(trace::ObjectId loop, std::int64_t number, std::int64_t ready) {
    add(trace::Kind::turn, 0, loop, number, ready);
  }
  void step(trace::ObjectId task, std::int64_t scheduled, trace::RunKind kind = trace::RunKind::task_wakeup,
            bool throws = false, std::int64_t stack = 0) {
    add(trace::Kind::step_begin, task, scheduled, static_cast<std::int64_t>(kind), throws, stack);
  }
  void yields(trace::ObjectId task, std::int64_t stack = 0) {
    add(trace::Kind::step_end, task, trace::pack_end(trace::StepEnd::yielded), 0, 0, stack);
  }
  void awaits(trace::ObjectId task, const trace::Awaited& what, std::int64_t stack = 0) {
    add(trace::Kind::step_end, task, trace::pack_end(trace::StepEnd::awaits, what.kind, what.owner), what.object,
        what.until, stack);
  }
  void ends(trace::ObjectId task, std::string_view value = "None", trace::StepEnd how = trace::StepEnd::returned) {
    add(trace::Kind::step_end, task, trace::pack_end(how), text(value));
  }
  void timer(trace::ObjectId id, std::int64_t due, std::string_view name, const trace::Awaited& what = {}) {
    add(trace::Kind::timer_set, 0, trace::pack_timer(id, what.owner), due, text(name),
        trace::pack_release(what.kind, what.object));
  }
  void callback(trace::RunKind kind, std::string_view name, std::int64_t scheduled, trace::ObjectId handle = 0) {
    add(trace::Kind::callback_begin, 0, scheduled, text(name), static_cast<std::int64_t>(kind), handle);
  }
  void changes(trace::ObjectId object, trace::ObjectChange change, trace::ObjectId task = 0, std::int64_t value = 0,
               trace::ObjectId other = 0) {
    add(trace::Kind::object_changed, task, object, static_cast<std::int64_t>(change), value, other);
  }
  void out(std::string_view value, trace::ObjectId task = 0) { add(trace::Kind::out, task, text(value)); }

  trace::Recorder& recorder;
  std::int64_t time = 0;
};

constexpr std::int64_t kMillisecond = 1'000'000;
constexpr std::int64_t kSecond = 1'000'000'000;

}  // namespace loopline::test
