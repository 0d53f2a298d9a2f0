#include "changes.h"

#include <array>
#include <utility>

#include "describe.h"
#include "replay/replay.h"
#include "state_view.h"

namespace loopline::replay {

using trace::Event;
using trace::Kind;
using trace::StepEnd;

namespace {

class Changes {
 public:
  Changes(const RunIndex& index, EventIndex number) : m_index(index), m_number(number), m_event(index.events[number]) {}

  std::vector<Change> all() {
    if (m_event.kind <= Kind::select) {
      of_loop();
    } else if (m_event.kind <= Kind::timer_cancelled) {
      of_handle();
    } else if (m_event.kind <= Kind::cancel_requested) {
      of_task();
    } else if (m_event.kind <= Kind::future_done) {
      of_object();
    } else if (m_event.kind <= Kind::block_end) {
      of_thread();
    } else if (m_event.kind >= Kind::call && m_event.kind <= Kind::caught) {
      of_script();
    } else {
      of_text();
    }
    queued();
    return std::move(m_changes);
  }

 private:
  void add(ChangeKind kind, std::int64_t id, std::string text) {
    m_changes.push_back({kind, static_cast<ObjectId>(id), std::move(text)});
  }
  std::string string(std::int64_t id) const { return std::string(m_index.string(id)); }
  std::string name(ObjectId id) const {
    const std::uint32_t task = m_index.actors.task(id);
    return task == kNowhere ? "?" : std::string(m_index.actors.task_name(task, m_number));
  }

  void of_loop() {
    static constexpr std::array<std::string_view, 5> kDone{"made", "started", "stopping", "stopped", "closed"};
    if (m_event.kind == Kind::turn) {
      add(ChangeKind::loop, m_event.a, "turn " + std::to_string(m_event.b) + " begins");
    } else if (m_event.kind == Kind::select) {
      const bool forever = m_event.b == trace::kForever;
      add(ChangeKind::loop, m_event.a,
          forever ? "the loop sleeps until it is woken" : "the loop sleeps until " + seconds_text(m_event.b));
    } else if (m_event.kind != Kind::none) {
      add(ChangeKind::loop, m_event.a, "loop " + std::string(kDone[static_cast<std::size_t>(m_event.kind) - 1]));
    }
  }

  void of_handle() {
    switch (m_event.kind) {
      case Kind::callback_begin: add(ChangeKind::ready_removed, 0, string(m_event.b) + " runs"); break;
      case Kind::handle_cancelled: add(ChangeKind::ready_removed, 0, "a callback was cancelled"); break;
      case Kind::timer_set:
        add(ChangeKind::timer_set, trace::timer_of(m_event), string(m_event.c) + " due at " + seconds_text(m_event.b));
        break;
      default: add(ChangeKind::timer_gone, m_event.a, "timer cancelled"); break;
    }
  }

  void of_task() {
    const std::string who = name(m_event.task);
    switch (m_event.kind) {
      case Kind::task_created: add(ChangeKind::task_created, m_event.task, who + " created: " + call()); break;
      case Kind::task_renamed: add(ChangeKind::task_renamed, m_event.task, "now called " + who); break;
      case Kind::step_begin:
        add(ChangeKind::ready_removed, m_event.task, who + " leaves the ready queue");
        add(ChangeKind::task_state, m_event.task, who + ": running");
        break;
      case Kind::step_end: add(ChangeKind::task_state, m_event.task, who + ": " + step_end()); break;
      default: add(ChangeKind::cancel_requested, m_event.task, who + ": cancellation requested"); break;
    }
  }

  std::string call() const {
    const std::uint32_t task = m_index.actors.task(m_event.task);
    return task == kNowhere ? string(m_event.b) : describe_call(m_index, task);
  }

  std::string step_end() const {
    switch (trace::step_end_of(m_event.a)) {
      case StepEnd::yielded: return "gives way";
      case StepEnd::awaits:
        return "waiting for " + describe_wait(m_index, trace::awaited_of(m_event), m_index.after(m_number));
      case StepEnd::returned: return "done, " + string(m_event.b);
      case StepEnd::raised: return "raised " + string(m_event.b);
      default: return "cancelled";
    }
  }

  void of_object() {
    static constexpr std::array<std::string_view, 12> kDone{"acquired",  "released",   "set",    "cleared",
                                                            "notified",  "put",        "got",    "task done",
                                                            "has child", "arrived at", "broken", "resized"};
    const std::uint32_t object = m_index.objects.find(static_cast<ObjectId>(m_event.a));
    const std::string what = object == kNowhere ? "future" : describe_object(m_index, object);
    std::string text = what + " made";
    if (m_event.kind == Kind::future_done) text = what + " done";
    if (m_event.kind == Kind::object_changed) {
      const auto change = static_cast<std::size_t>(m_event.b);
      text = what + ": " + std::string(change < kDone.size() ? kDone[change] : std::string_view("changed"));
      if (m_event.task != 0) text += " by " + name(m_event.task);
    }
    add(ChangeKind::object, m_event.a, std::move(text));
  }

  void of_thread() {
    switch (m_event.kind) {
      case Kind::block_begin:
        add(ChangeKind::thread, m_event.task,
            (m_event.c != 0 ? string(m_event.c) : "time.sleep(" + duration_text(m_event.a) + ")") +
                ": everything in this thread stands still");
        break;
      case Kind::block_end:
        add(ChangeKind::thread, m_event.task, (m_event.c != 0 ? string(m_event.c) : "time.sleep") + " is over");
        break;
      case Kind::thread_started: add(ChangeKind::thread, m_event.a, "thread " + string(m_event.b) + " started"); break;
      case Kind::thread_ended: add(ChangeKind::thread, m_event.a, "the thread ended"); break;
      default: add(ChangeKind::thread, m_event.a, "another thread goes on"); break;
    }
  }

  void of_script() {
    switch (m_event.kind) {
      case Kind::call: add(ChangeKind::call, m_event.a, "call " + string(m_event.b)); break;
      case Kind::line: add(ChangeKind::line, m_event.a, "line " + std::to_string(m_event.b)); break;
      case Kind::resume: add(ChangeKind::line, m_event.a, "back at line " + std::to_string(m_event.b)); break;
      case Kind::leave:
        add(ChangeKind::leave, m_event.a, (m_event.c != 0 ? "left by " : "returns ") + string(m_event.b));
        break;
      case Kind::suspend: add(ChangeKind::leave, m_event.a, "yields " + string(m_event.b)); break;
      case Kind::variable:
        add(ChangeKind::variable, m_event.a,
            m_event.d != 0 ? "del " + string(m_event.b) : string(m_event.b) + " = " + string(m_event.c));
        break;
      case Kind::raise: add(ChangeKind::other, m_event.a, "raises " + string(m_event.b)); break;
      default: add(ChangeKind::other, m_event.a, "catches " + string(m_event.b)); break;
    }
  }

  void of_text() {
    switch (m_event.kind) {
      case Kind::out:
      case Kind::err:
      case Kind::out_part:
      case Kind::err_part: add(ChangeKind::printed, m_event.task, string(m_event.a)); break;
      case Kind::warn: add(ChangeKind::warning, m_event.task, string(m_event.b)); break;
      case Kind::main_end: add(ChangeKind::ended, 0, "the program ended"); break;
      case Kind::deadlock: add(ChangeKind::ended, 0, "deadlock: nothing can ever go on"); break;
      case Kind::limit: add(ChangeKind::ended, 0, string(m_event.b)); break;
      case Kind::end: break;
      case Kind::gauge: add(ChangeKind::other, 0, string(m_event.a) + " = " + std::to_string(m_event.b)); break;
      default: add(ChangeKind::other, 0, string(m_event.a)); break;
    }
  }

  // What the event put into a ready queue.
  void queued() {
    for (const ReadyEntry& entry : StateView(m_index, m_index.after(m_number)).queued_now()) {
      const std::string who = entry.task != 0 ? name(entry.task) : std::string(entry.callback);
      add(ChangeKind::ready_added, entry.task, who + " joins the ready queue");
    }
  }

  const RunIndex& m_index;
  EventIndex m_number;
  Event m_event;
  std::vector<Change> m_changes;
};

}  // namespace

std::vector<Change> changes_of(const RunIndex& index, EventIndex event) {
  if (event == 0 || event > index.last()) return {};
  return Changes(index, event).all();
}

}  // namespace loopline::replay
