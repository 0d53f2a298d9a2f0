#include "kinds.h"

#include <algorithm>
#include <array>

#include "trace/tables.h"

namespace loopline::trace {
namespace {

constexpr std::array kKinds{
    KindRow{Kind::loop_made, "loop_made", 'b'},
    KindRow{Kind::loop_started, "loop_started", 0},
    KindRow{Kind::loop_stopping, "loop_stopping", 0},
    KindRow{Kind::loop_stopped, "loop_stopped", 0},
    KindRow{Kind::loop_closed, "loop_closed", 0},
    KindRow{Kind::turn, "turn", 0},
    KindRow{Kind::select, "select", 0},
    KindRow{Kind::callback_begin, "callback_begin", 'b'},
    KindRow{Kind::handle_cancelled, "handle_cancelled", 0},
    KindRow{Kind::timer_set, "timer_set", 'c'},
    KindRow{Kind::timer_cancelled, "timer_cancelled", 0},
    KindRow{Kind::task_created, "task_created", 'b'},
    KindRow{Kind::task_renamed, "task_renamed", 'a'},
    KindRow{Kind::step_begin, "step_begin", 0},
    KindRow{Kind::step_end, "step_end", 0},
    KindRow{Kind::cancel_requested, "cancel_requested", 'c'},
    KindRow{Kind::object_made, "object_made", 'c'},
    KindRow{Kind::object_changed, "object_changed", 0},
    KindRow{Kind::future_done, "future_done", 0},
    KindRow{Kind::thread_started, "thread_started", 'b'},
    KindRow{Kind::thread_switched, "thread_switched", 0},
    KindRow{Kind::thread_ended, "thread_ended", 0},
    KindRow{Kind::block_begin, "block_begin", 0},
    KindRow{Kind::block_end, "block_end", 0},
    KindRow{Kind::warn, "warn", 'b'},
    KindRow{Kind::out, "out", 'a'},
    KindRow{Kind::err, "err", 'a'},
    KindRow{Kind::out_part, "out_part", 'a'},
    KindRow{Kind::err_part, "err_part", 'a'},
    KindRow{Kind::note, "note", 'a'},
    KindRow{Kind::gauge, "gauge", 'a'},
    KindRow{Kind::report, "report", 'a'},
    KindRow{Kind::call, "call", 'b'},
    KindRow{Kind::line, "line", 0},
    KindRow{Kind::leave, "leave", 'b'},
    KindRow{Kind::suspend, "suspend", 'b'},
    KindRow{Kind::resume, "resume", 0},
    KindRow{Kind::variable, "variable", 'b'},
    KindRow{Kind::raise, "raise", 'b'},
    KindRow{Kind::caught, "caught", 'b'},
    KindRow{Kind::main_end, "main_end", 'b'},
    KindRow{Kind::deadlock, "deadlock", 0},
    KindRow{Kind::limit, "limit", 'a'},
    KindRow{Kind::end, "end", 0},
    KindRow{Kind::request, "request", 'a'},
    KindRow{Kind::answer, "answer", 'a'},
    KindRow{Kind::process_started, "process_started", 'a'},
    KindRow{Kind::process_ended, "process_ended", 'a'},
    KindRow{Kind::mail, "mail", 'a'},
    KindRow{Kind::signal, "signal", 'a'},
    KindRow{Kind::interrupt, "interrupt", 'a'},
};

}  // namespace

std::span<const KindRow> kind_rows() noexcept { return kKinds; }

std::string_view name_of(Kind kind) noexcept {
  const auto row = std::ranges::lower_bound(kKinds, kind, {}, &KindRow::kind);
  return row != kKinds.end() && row->kind == kind ? row->name : std::string_view();
}

std::string_view name_of(WarningKind kind) noexcept {
  constexpr std::array<std::string_view, 11> kNames{
      "never_awaited", "destroyed_pending", "never_retrieved",  "callback_error", "shutdown_error", "loop_error",
      "slow_callback", "slow_step",         "thread_exception", "unraisable",     "category"};
  const auto index = static_cast<std::size_t>(kind);
  return index < kNames.size() ? kNames[index] : std::string_view("other");
}

std::string_view name_of(RunState state) noexcept {
  constexpr std::array<std::string_view, 7> kNames{"running",  "finished", "exception", "sysexit",
                                                   "deadlock", "limit",    "stopped"};
  const auto index = static_cast<std::size_t>(state);
  return index < kNames.size() ? kNames[index] : std::string_view();
}

std::string_view name_of(Detail detail) noexcept { return detail == Detail::full ? "full" : "tasks"; }

}  // namespace loopline::trace
