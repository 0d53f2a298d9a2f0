// What the loop tells. The script's side is in recording_script.cpp.
#include "recording_instrument.h"

#include <algorithm>

#include "loop/event_loop.h"
#include "loop/runtime.h"
#include "loop/task.h"
#include "script/script_place.h"
#include "script/vm.h"

namespace loopline::run {

using loop::ObjectId;
using trace::Kind;

// The trace's enumerations are the loop's, value for value.
static_assert(static_cast<int>(trace::RunKind::io) == static_cast<int>(loop::RunKind::io));
static_assert(static_cast<int>(trace::StepEnd::cancelled) == static_cast<int>(loop::StepEnd::cancelled));
static_assert(static_cast<int>(trace::AwaitKind::process) == static_cast<int>(loop::AwaitKind::process));
static_assert(static_cast<int>(trace::FutureEnd::cancelled) == static_cast<int>(loop::FutureEnd::cancelled));
static_assert(static_cast<int>(trace::CancelEffect::at_next_step) ==
              static_cast<int>(loop::CancelEffect::at_next_step));
static_assert(static_cast<int>(trace::ObjectType::other) == static_cast<int>(loop::ObjectType::other));
static_assert(static_cast<int>(trace::ObjectChange::resized) == static_cast<int>(loop::ObjectChange::resized));
static_assert(static_cast<int>(trace::WarningKind::category) == static_cast<int>(loop::WarningKind::category));
static_assert(trace::kForever == loop::kForever.count());

namespace {

// How many events pass between two looks at what others want to know or have asked for.
constexpr std::uint64_t kEventsAtOnce = 256;

constexpr std::int64_t count(loop::Duration duration) noexcept { return duration.count(); }

}  // namespace

RecordingInstrument::RecordingInstrument(trace::Recorder& recorder, const Settings& settings, Output* output,
                                         Control* control)
    : m_recorder(recorder),
      m_detail(settings.detail),
      m_event_limit(std::max<std::uint64_t>(settings.limits.events, 1)),
      m_costs(settings.world.costs),
      m_notes(settings.notes),
      m_output(output),
      m_control(control),
      m_quiet_until(std::min(kEventsAtOnce, m_event_limit) - 1) {}

RecordingInstrument::~RecordingInstrument() = default;

void RecordingInstrument::attach(script::Vm& vm, loop::Runtime& runtime) {
  m_vm = &vm;
  m_runtime = &runtime;
  if (m_detail == Detail::full) m_variables.emplace(vm, static_cast<VariableListener&>(*this));
}

// ---- appending ------------------------------------------------------------------------------------------------------

/// What a recorded task switch takes twice: mostly it calls nothing.
[[gnu::always_inline]] inline loop::EventNumber RecordingInstrument::record_shortly(Kind kind, ObjectId task,
                                                                                    std::int64_t a, std::int64_t b,
                                                                                    std::int64_t c, std::int64_t d) {
  if (m_care != 0 || !m_recorder.has_room() || m_last_event >= m_quiet_until) [[unlikely]]
    return record_with_care(kind, task, a, b, c, d);
  m_time = m_runtime->now().count();
  return m_last_event = m_recorder.append_in_room(kind, task, a, b, c, d);
}

loop::EventNumber RecordingInstrument::record(Kind kind, ObjectId task, std::int64_t a, std::int64_t b, std::int64_t c,
                                              std::int64_t d) {
  return record_shortly(kind, task, a, b, c, d);
}

loop::EventNumber RecordingInstrument::record_with_care(Kind kind, ObjectId task, std::int64_t a, std::int64_t b,
                                                        std::int64_t c, std::int64_t d) {
  if ((m_care & kHasParts) != 0) record_parts();
  if (!is_open()) return 0;
  append(kind, task, a, b, c, d);
  const loop::EventNumber number = m_last_event;
  if (number > m_quiet_until) look_around();
  return number;
}

void RecordingInstrument::append(Kind kind, ObjectId task, std::int64_t a, std::int64_t b, std::int64_t c,
                                 std::int64_t d) {
  m_time = m_runtime->now().count();
  m_last_event = m_recorder.append(kind, task, a, b, c, d);
}

void RecordingInstrument::look_around() {
  m_quiet_until = std::min(m_last_event + kEventsAtOnce, m_event_limit) - 1;
  if (m_control != nullptr) {
    m_control->events.store(m_last_event, std::memory_order_relaxed);
    m_control->virtual_time.store(m_time, std::memory_order_relaxed);
  }
  if (m_last_event >= m_event_limit) record_out_of_events();
}

void RecordingInstrument::record_out_of_events() {
  m_out_of_events = true;
  const std::string place = script::script_place(*m_vm);
  m_out_of_events_message = "the run has more than " + std::to_string(m_event_limit) + " events" +
                            (place.empty() ? place : " (" + place + ")");
  limit_reached("events", m_out_of_events_message);
  // The machine and the loop notice at their next look; what they do until then is no longer recorded.
  m_runtime->threads.end_run();
}

/// Lines that are not complete yet are told when something else happens: a print of several values is one line.
void RecordingInstrument::record_parts() {
  set_has_parts(false);
  if (!is_open()) return;
  for (const bool error : {false, true}) {
    LineBuffer& lines = m_lines[error];
    if (!lines.has_part()) continue;
    append(error ? Kind::err_part : Kind::out_part, current_task(), text(lines.take_part()), 0, 0, 0);
  }
}

/// The last lines, without a newline.
void RecordingInstrument::record_rest() {
  set_has_parts(false);
  for (const bool error : {false, true}) {
    const std::string rest = m_lines[error].take_rest();
    if (!rest.empty()) append(error ? Kind::err : Kind::out, current_task(), text(rest), 0, 0, 0);
  }
}

std::int64_t RecordingInstrument::short_text(std::string_view long_text) { return text(cut_text(long_text, m_cut)); }

void RecordingInstrument::spend(loop::Duration cost) {
  if (cost.count() != 0 && is_open()) m_runtime->threads.spend(cost);
}

loop::Duration RecordingInstrument::loop_cost(loop::Duration cost) const {
  const loop::EventLoop* loop = cost.count() != 0 ? m_runtime->threads.current().running_loop : nullptr;
  return loop != nullptr && loop->label() == "uvloop" ? cost / world::Costs::kUvloopIsFaster : cost;
}

ObjectId RecordingInstrument::current_task() const {
  const loop::EventLoop* loop = m_runtime->threads.current().running_loop;
  loop::Task* task = loop != nullptr ? loop->current_task() : nullptr;
  return task != nullptr ? task->id() : 0;
}

// ---- how it ends ----------------------------------------------------------------------------------------------------

void RecordingInstrument::main_ends(trace::MainEnd how, std::string_view what) {
  if (!is_open()) return;
  record_rest();
  record(Kind::main_end, 0, number(how), short_text(what));
}

void RecordingInstrument::deadlocked() {
  if (!is_open()) return;
  record_rest();
  append(Kind::deadlock, 0, 0, 0, 0, 0);
  close();
}

void RecordingInstrument::limit_reached(std::string_view what, std::string_view message) {
  if (!is_open()) return;
  record_rest();
  append(Kind::limit, 0, text(what), text(message), 0, 0);
  close();
}

void RecordingInstrument::ends() {
  if (!is_open()) return;
  record_rest();
  append(Kind::end, 0, 0, 0, 0, 0);
  close();
}

// ---- the loop -------------------------------------------------------------------------------------------------------

void RecordingInstrument::loop_made(ObjectId loop, std::string_view label) {
  const auto name = static_cast<trace::StringId>(text(label));
  if (const auto event = record(Kind::loop_made, 0, loop, name)) m_recorder.add_loop({loop, name, event});
}

void RecordingInstrument::loop_changed(ObjectId loop, loop::LoopChange change) {
  switch (change) {
    case loop::LoopChange::started:
      loop_base() = m_vm->thread().top;
      record(Kind::loop_started, 0, loop);
      break;
    case loop::LoopChange::stopping: record(Kind::loop_stopping, 0, loop); break;
    case loop::LoopChange::stopped:
      loop_base() = nullptr;
      record(Kind::loop_stopped, 0, loop);
      break;
    case loop::LoopChange::closed: record(Kind::loop_closed, 0, loop); break;
  }
}

void RecordingInstrument::turn_begins(ObjectId loop, std::uint64_t turn, std::size_t ready) {
  // Handles of this turn name the event after the newest as the one that scheduled them: nothing may come between.
  const bool had_parts = (m_care & kHasParts) != 0;
  set_has_parts(false);
  record(Kind::turn, 0, loop, number(turn), number(ready));
  set_has_parts(had_parts);
  spend(loop_cost(m_costs.per_turn));
}

void RecordingInstrument::select_begins(ObjectId loop, loop::Time until) {
  record(Kind::select, 0, loop, until.count());
}

void RecordingInstrument::callback_begins(loop::RunKind kind, std::string_view name, loop::EventNumber scheduled,
                                          ObjectId handle) {
  record(Kind::callback_begin, 0, number(scheduled), text(name), number(kind), handle);
  spend(loop_cost(m_costs.per_step));
}

void RecordingInstrument::handle_cancelled(ObjectId handle, loop::EventNumber scheduled) {
  record(Kind::handle_cancelled, 0, number(scheduled), 0, 0, handle);
}

void RecordingInstrument::timer_set(ObjectId timer, std::string_view name, loop::Time due,
                                    const loop::Awaited& releases) {
  record(Kind::timer_set, 0, trace::pack_timer(timer, releases.owner), due.count(), text(name),
         trace::pack_release(static_cast<trace::AwaitKind>(releases.kind), releases.object));
}

void RecordingInstrument::timer_cancelled(ObjectId timer) { record(Kind::timer_cancelled, 0, timer); }

// ---- tasks ----------------------------------------------------------------------------------------------------------

void RecordingInstrument::task_created(const loop::TaskInfo& task) {
  if (task.id >= m_stacks.size()) m_stacks.resize(std::size_t{task.id} + task.id / 2 + 1);
  const auto name = static_cast<trace::StringId>(text(task.name));
  const auto coroutine = static_cast<trace::StringId>(text(task.coroutine));
  const auto label = static_cast<trace::StringId>(short_text(task.label));
  const auto event = record(Kind::task_created, task.id, task.parent, coroutine, label, name);
  if (event == 0) return;
  m_recorder.add_task({task.id, task.number, name, coroutine, label, task.parent, task.loop, event});
}

void RecordingInstrument::task_renamed(ObjectId task, std::string_view name) {
  record(Kind::task_renamed, task, text(name));
}

/// Whether the step that ends is one of a script's coroutine, whose place is to be recorded with it.
inline bool RecordingInstrument::is_script_suspended() const noexcept {
  return m_detail == Detail::tasks &&
         !m_runtime->threads.current().running_loop->current_task()->coroutine()->is_native_frame();
}

void RecordingInstrument::step_begins(ObjectId task, loop::RunKind kind, loop::EventNumber scheduled, bool throws) {
  record_shortly(Kind::step_begin, task, number(scheduled), number(kind), throws ? 1 : 0, m_stacks[task]);
  spend(loop_cost(m_costs.per_step));
}

void RecordingInstrument::step_yields(ObjectId task) {
  constexpr std::int64_t kHow = trace::pack_end(trace::StepEnd::yielded);
  if (is_script_suspended()) return script_step_ends(task, kHow, 0, 0);
  record_shortly(Kind::step_end, task, kHow, 0, 0, 0);
}

void RecordingInstrument::step_awaits(ObjectId task, const loop::Awaited& awaited) {
  const auto kind = static_cast<trace::AwaitKind>(awaited.kind);
  const std::int64_t how = trace::pack_end(trace::StepEnd::awaits, kind, awaited.owner);
  if (is_script_suspended()) return script_step_ends(task, how, awaited.object, awaited.detail);
  record_shortly(Kind::step_end, task, how, awaited.object, awaited.detail, 0);
}

void RecordingInstrument::script_step_ends(ObjectId task, std::int64_t how, std::int64_t object, std::int64_t detail) {
  if (!is_open()) return;
  const trace::StackId stack = stack_of_current_task();
  if (stack != 0) m_stacks[task] = stack;
  record_shortly(Kind::step_end, task, how, object, detail, stack);
}

void RecordingInstrument::task_ends(ObjectId task, loop::StepEnd end, std::string_view value) {
  record(Kind::step_end, task, trace::pack_end(static_cast<trace::StepEnd>(end)), short_text(value));
}

void RecordingInstrument::cancel_requested(ObjectId victim, ObjectId by, loop::CancelEffect effect,
                                           std::string_view message) {
  record(Kind::cancel_requested, victim, by, number(effect), short_text(message));
}

// ---- futures, locks, queues -----------------------------------------------------------------------------------------

void RecordingInstrument::object_made(ObjectId object, loop::ObjectType type, std::string_view label) {
  const auto name = static_cast<trace::StringId>(text(label));
  const auto event = record(Kind::object_made, current_task(), object, number(type), name);
  if (event != 0) m_recorder.add_object({object, static_cast<trace::ObjectType>(type), name, event});
}

void RecordingInstrument::object_changed(ObjectId object, loop::ObjectChange change, ObjectId task, ObjectId other,
                                         std::int64_t value) {
  record(Kind::object_changed, task, object, number(change), value, other);
}

void RecordingInstrument::future_done(ObjectId future, loop::FutureEnd end, ObjectId by) {
  record(Kind::future_done, by, future, number(end));
}

// ---- threads --------------------------------------------------------------------------------------------------------

void RecordingInstrument::thread_started(std::uint32_t thread, std::string_view name, std::uint32_t host) {
  const auto id = static_cast<trace::StringId>(text(name));
  if (const auto event = record(Kind::thread_started, 0, thread, id, host)) m_recorder.add_thread({thread, id, event});
}

void RecordingInstrument::thread_switched(std::uint32_t thread) { record(Kind::thread_switched, 0, thread); }
void RecordingInstrument::thread_ended(std::uint32_t thread) { record(Kind::thread_ended, 0, thread); }

void RecordingInstrument::block_begins(loop::Duration duration, loop::Time until, ObjectId task) {
  record(Kind::block_begin, task, count(duration), until.count());
}

void RecordingInstrument::block_ends(ObjectId task) { record(Kind::block_end, task); }

void RecordingInstrument::warned(loop::WarningKind kind, ObjectId task, std::string_view value) {
  // A warning of a category has its name in front of the text that is cut.
  const std::size_t colon = kind == loop::WarningKind::category ? value.find(": ") : std::string_view::npos;
  if (colon == std::string_view::npos) {
    record(Kind::warn, task, number(kind), short_text(value));
    return;
  }
  const std::string shown =
      std::string(value.substr(0, colon + 2)) + std::string(cut_text(value.substr(colon + 2), m_cut));
  record(Kind::warn, task, number(kind), text(shown));
}

// ---- what the world tells -------------------------------------------------------------------------------------------

void RecordingInstrument::request_sent(std::string_view request, std::int64_t number) {
  record(Kind::request, current_task(), short_text(request), number);
}

void RecordingInstrument::request_answered(std::string_view answer, std::int64_t number, int status) {
  record(Kind::answer, current_task(), short_text(answer), number, status);
}

void RecordingInstrument::process_started(std::string_view command, std::int64_t process) {
  record(Kind::process_started, current_task(), short_text(command), process);
}

void RecordingInstrument::process_ended(std::string_view command, std::int64_t process, int status) {
  record(Kind::process_ended, current_task(), short_text(command), process, status);
}

void RecordingInstrument::mail_sent(std::string_view mail) { record(Kind::mail, current_task(), short_text(mail)); }

void RecordingInstrument::thread_blocked(std::string_view what, loop::Duration duration, loop::Time until,
                                         std::uint32_t task) {
  record(Kind::block_begin, task, count(duration), until.count(), short_text(what));
}

void RecordingInstrument::thread_goes_on(std::string_view what, std::uint32_t task) {
  record(Kind::block_end, task, 0, 0, short_text(what));
}

void RecordingInstrument::signal_delivered(std::string_view name, int signal, bool from_outside) {
  record(from_outside ? Kind::interrupt : Kind::signal, current_task(), text(name), signal);
}

}  // namespace loopline::run
