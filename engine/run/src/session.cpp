#include "session.h"

#include <array>
#include <vector>

#include "script/compile_program.h"
#include "script/module_registry.h"
#include "script/script_place.h"
#include "world/install.h"

namespace loopline::run {

using script::Ref;
using script::Str;
using script::Value;

namespace {

/// For runs that are not recorded: hands on what is written.
class OutputOnly final : public script::Observer {
 public:
  explicit OutputOnly(Output* output) : m_output(output) {}
  void wrote(script::Stream stream, std::string_view text) override {
    if (m_output == nullptr) return;
    stream == script::Stream::error ? m_output->write_err(text) : m_output->write_out(text);
  }
  void reported(std::string_view text) override {
    if (m_output != nullptr) m_output->write_err(text);
  }
  bool wants_lines() const override { return false; }
  void entered(script::Frame&, bool) override {}
  void line(script::Frame&, int) override {}
  void left(script::Frame&, const Value&) override {}
  void suspended(script::Frame&) override {}
  void raised(script::Frame&, const Value&) override {}
  void caught(script::Frame&, const Value&) override {}

 private:
  Output* m_output;
};

bool is_definition(const Value& value) {
  return value.is_object(script::kind::module) || value.is_object(script::kind::function) ||
         value.is_object(script::kind::class_);
}

std::unique_ptr<script::Observer> make_observer(const Settings& settings, trace::Recorder* recorder, Output* output,
                                                Control* control) {
  if (recorder == nullptr) return std::make_unique<OutputOnly>(output);
  return std::make_unique<RecordingInstrument>(*recorder, settings, output, control);
}

bool is_recorded(const Settings& settings, const trace::Recorder* recorder) {
  return recorder != nullptr && settings.detail != Detail::off;
}

/// What counts the costs of work is what records it; a run that nobody records needs one all the same, or its times
/// would be others.
std::unique_ptr<trace::Recorder> recorder_for_costs(const Settings& settings, const trace::Recorder* recorder) {
  if (is_recorded(settings, recorder) || !settings.world.costs.any()) return nullptr;
  return trace::Recorder::in_memory(trace::Recorder::Keep::nothing);
}

std::string settings_json(const Settings& settings) {
  const script::Limits& limits = settings.limits;
  const auto number = [](auto value) { return std::to_string(value); };
  return std::string("{\"legacy\":") + (settings.program.legacy ? "true" : "false") +
         ",\"limits\":{\"instructions\":" + number(limits.instructions) +
         ",\"memory_bytes\":" + number(limits.memory_bytes) + ",\"output_bytes\":" + number(limits.output_bytes) +
         ",\"virtual_nanoseconds\":" + number(limits.virtual_time.count()) + ",\"events\":" + number(limits.events) +
         ",\"recursion\":" + number(limits.recursion) + ",\"text_bytes\":" + number(limits.text_bytes) +
         ",\"integer_bits\":" + number(limits.integer_bits) + ",\"regex_steps\":" + number(limits.regex_steps) + "}}";
}

trace::RunInfo run_info(const Settings& settings) {
  trace::RunInfo info;
  info.title = settings.program.name;
  info.file_name = settings.program.file_name;
  info.source = settings.program.source;
  info.detail = settings.detail == Detail::full ? trace::Detail::full : trace::Detail::tasks;
  info.settings = settings_json(settings);
  return info;
}

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

std::string_view last_line(std::string_view text) {
  while (text.ends_with('\n')) text.remove_suffix(1);
  const std::size_t newline = text.rfind('\n');
  return newline == std::string_view::npos ? text : text.substr(newline + 1);
}

/// Where in the program an exception was raised; 0 if not in it.
int line_of(const script::ExceptionObject& exception) {
  int line = 0;
  for (const script::Traceback* level = exception.traceback.get(); level != nullptr; level = level->next.get()) {
    if (!level->frame->code().is_library()) line = level->position.line;
  }
  return line;
}

trace::RunState state_of(Outcome::Kind kind) {
  switch (kind) {
    case Outcome::Kind::ended: return trace::RunState::finished;
    case Outcome::Kind::raised:
    case Outcome::Kind::invalid: return trace::RunState::exception;
    case Outcome::Kind::exited: return trace::RunState::sysexit;
    case Outcome::Kind::deadlock: return trace::RunState::deadlock;
    case Outcome::Kind::limit: return trace::RunState::limit;
    case Outcome::Kind::cancelled: return trace::RunState::stopped;
  }
  return trace::RunState::stopped;
}

}  // namespace

Session::Session(const Settings& settings, trace::Recorder* recorder, Output* output, Control* control)
    : m_settings(settings),
      m_own_recorder(recorder_for_costs(settings, recorder)),
      m_recorder(is_recorded(settings, recorder) ? recorder : m_own_recorder.get()),
      m_control(control),
      m_observer(make_observer(settings, m_recorder, output, control)),
      m_instrument(dynamic_cast<RecordingInstrument*>(m_observer.get())),
      m_vm(settings.limits, m_observer.get()),
      m_runtime(&m_vm.host(), m_instrument) {
  m_vm.legacy = settings.program.legacy;
  m_vm.attach(m_runtime);
  world::install(m_vm, m_settings.world, m_instrument);
  if (control != nullptr) m_vm.set_cancel(&control->cancel);
  m_runtime.threads.set_listener(this);
  m_runtime.threads.set_time_limit(settings.limits.virtual_time);
  if (m_instrument != nullptr) m_instrument->attach(m_vm, m_runtime);
}

/// What is left of the program is taken apart without running any more of it.
Session::~Session() {
  m_runtime.threads.end_run();
  if (m_instrument != nullptr) m_instrument->close();
  m_runtime.threads.end();
  if (m_main) m_main->attributes->clear();
  m_main = nullptr;
  // Modules written in the script language hold their functions, which hold the module's names.
  m_vm.modules().loaded()->clear();
  m_runtime.threads.main().context = nullptr;
  m_runtime.threads.main().stack = nullptr;
  m_runtime.threads.main().cooperation.reset();
  m_vm.thread().event_loop = nullptr;
  loop::Memory::current().break_cycles();
}

Outcome Session::run() {
  if (m_instrument != nullptr) m_recorder->begin_run(run_info(m_settings), m_instrument->clock());
  Outcome outcome = run_program();
  if (m_control != nullptr) m_control->virtual_time = m_runtime.now().count();
  if (m_instrument != nullptr) {
    m_instrument->close();
    if (m_control != nullptr) m_control->events = m_instrument->last_event();
    const bool has_message = outcome.kind == Outcome::Kind::limit || outcome.kind == Outcome::Kind::deadlock;
    m_recorder->end_run(state_of(outcome.kind), has_message ? outcome.message : outcome.text);
  }
  return outcome;
}

Outcome Session::run_program() {
  m_main = m_vm.modules().make_main(m_settings.program.file_name);
  const auto source =
      script::make<script::Source>(m_settings.program.file_name, m_settings.program.source, /*is_library=*/false);
  const Ref<script::Code> code = script::compile_program(m_vm, source, m_settings.program.form);
  if (!code) return invalid_program();
  const Value result = run_main(code);
  Ref<loop::Exception> raised = result.is_set() ? nullptr : m_vm.take_error();
  if (!raised && !was_stopped()) raised = run_what_is_left();
  if (was_stopped()) return stopped();
  Outcome outcome = main_ended(std::move(raised));
  end_process();
  if (was_stopped()) return stopped();
  if (m_instrument != nullptr) m_instrument->ends();
  return outcome;
}

/// Programs that only define what a platform would run (an agent's class): what their library left in _afterwards.
Ref<loop::Exception> Session::run_what_is_left() {
  const Value* module = m_vm.modules().loaded()->get(*m_vm.intern("_afterwards"));
  if (module == nullptr) return nullptr;
  const Value run = m_vm.get_attr(*module, "run");
  if (run.is_set() && m_vm.call(run, {Value(m_main)}).is_set()) return nullptr;
  return m_vm.take_error();
}

// A program with `await` outside of functions is a coroutine, which a loop must run.
Value Session::run_main(const Ref<script::Code>& code) {
  if (!m_settings.program.form.awaits) return m_vm.run_code(code, m_main->attributes, nullptr);
  const Value console = m_vm.modules().load(m_vm.intern("asyncio._console"));
  if (!console.is_set()) return {};
  const Value program = m_vm.make_generator(script::Frame::create(nullptr, *code, m_main->attributes));
  const Value function = m_vm.find_attr(console, "run");
  return m_vm.call(function, {program, m_vm.str(m_settings.program.form.runner)});
}

// ---- how it ends ----------------------------------------------------------------------------------------------------

Outcome Session::invalid_program() {
  if (was_stopped()) return stopped();
  Outcome outcome = raised_outcome(Value(m_vm.take_error()));
  outcome.kind = Outcome::Kind::invalid;
  if (m_instrument != nullptr) m_instrument->ends();
  return outcome;
}

Outcome Session::main_ended(Ref<loop::Exception> raised) {
  if (!raised) {
    if (m_instrument != nullptr) m_instrument->main_ends(trace::MainEnd::ok, {});
    return {};
  }
  const Value exception(std::move(raised));
  return exception.as<loop::Exception>()->is(loop::ExceptionKind::system_exit) ? exit_outcome(exception)
                                                                               : raised_outcome(exception);
}

Outcome Session::raised_outcome(const Value& value) {
  Outcome outcome;
  outcome.kind = Outcome::Kind::raised;
  outcome.exit_code = 1;
  if (const script::ExceptionObject* exception = script::as_exception(value)) {
    outcome.exception = exception->cls().name()->view();
    outcome.line = line_of(*exception);
    outcome.message = m_vm.format_exception(value);
    const std::string only = m_vm.format_exception_only(value);
    const bool is_syntax = exception->cls().derives_from(*m_vm.types().syntax_error);
    outcome.text = is_syntax ? last_line(only) : first_line(only);
    if (is_syntax && exception->traceback == nullptr) {
      const Value line = m_vm.find_attr(value, "lineno");
      const Value column = m_vm.find_attr(value, "offset");
      if (line.is_int()) outcome.line = static_cast<int>(line.as_int());
      if (column.is_int()) outcome.column = static_cast<int>(column.as_int());
    }
  }
  m_vm.report(outcome.message);
  if (m_instrument != nullptr) m_instrument->main_ends(trace::MainEnd::exception, outcome.text);
  return outcome;
}

/// SystemExit: None is 0, a number itself, anything else is printed and 1.
Outcome Session::exit_outcome(const Value& exception) {
  Outcome outcome;
  outcome.kind = Outcome::Kind::exited;
  const Value code = m_vm.find_attr(exception, "code");
  m_vm.take_error();
  outcome.text = code.is_set() ? m_vm.safe_repr(code) : "None";
  if (code.is_int() || code.is_bool()) {
    outcome.exit_code = static_cast<int>(code.as_int() & 0xff);
  } else if (code.is_set() && !code.is_none()) {
    outcome.exit_code = 1;
    outcome.message = m_vm.str_text(code).value_or("") + "\n";
    m_vm.take_error();
    m_vm.report(outcome.message);
  }
  if (m_instrument != nullptr) m_instrument->main_ends(trace::MainEnd::sysexit, outcome.text);
  return outcome;
}

Outcome Session::stopped() {
  Outcome outcome;
  if (m_vm.limit_reached() && !m_limit) {
    const script::LimitReached& limit = *m_vm.limit_reached();
    reach(limit.what, limit.message, limit.where);
  }
  if (m_instrument != nullptr && m_instrument->out_of_events()) {
    m_limit = script::LimitReached{"events", m_instrument->out_of_events_message(), {}};
  }
  if (m_deadlocked) {
    outcome.kind = Outcome::Kind::deadlock;
    if (world::is_serving(m_vm)) {
      outcome.text = "server";
      outcome.message = "the server waits for ever for somebody to connect: nobody will";
    } else {
      outcome.message = "the program waits for ever: nothing is ready to run and nothing will ever happen";
    }
  } else if (m_limit) {
    outcome.kind = Outcome::Kind::limit;
    outcome.text = m_limit->what;
    outcome.message = m_limit->message;
  } else {
    outcome.kind = Outcome::Kind::cancelled;
    outcome.message = "the run was stopped";
  }
  return outcome;
}

void Session::reach(std::string what, std::string message, const std::string& where) {
  if (m_limit) return;
  if (!where.empty()) message += " (" + where + ")";
  if (m_instrument != nullptr) m_instrument->limit_reached(what, message);
  m_limit = script::LimitReached{std::move(what), std::move(message), {}};
}

// ---- the end of the process -----------------------------------------------------------------------------------------

/// As CPython does it: threads that are no daemons are waited for, exit functions run, the names of the main module are
/// cleared, private ones first, and what is left in cycles is collected.
void Session::end_process() {
  call_hook("threading", "_shutdown");
  call_hook("atexit", "_run_exitfuncs");
  if (was_stopped()) return;
  clear_names();
  // What finalisers made may be garbage too.
  for (int round = 0; round < 3 && !was_stopped(); ++round) loop::Memory::current().collect_cycles();
}

void Session::call_hook(const char* module, const char* function) {
  if (was_stopped()) return;
  const Value* loaded = m_vm.modules().loaded()->get(*m_vm.intern(module));
  if (loaded == nullptr) return;
  const Value hook = m_vm.find_attr(*loaded, function);
  m_vm.take_error();
  if (!hook.is_set() || m_vm.call(hook, std::span<const Value>()).is_set()) return;
  const Ref<loop::Exception> raised = m_vm.take_error();
  if (raised && !was_stopped()) m_vm.report_unraisable(raised, "", hook);
}

// Modules, functions and classes come last, after what is in cycles: CPython finalises that with all names in place, so
// that `except asyncio.CancelledError` in a coroutine that is thrown away finds its name.
void Session::clear_names() {
  script::Dict& names = *m_main->attributes;
  std::array<std::vector<Ref<Str>>, 3> groups;
  for (const script::Dict::Entry& entry : names.entries()) {
    Str* name = entry.key.is_set() ? script::as_str(entry.key) : nullptr;
    if (name == nullptr || name->view() == "__builtins__") continue;
    const std::size_t group = is_definition(entry.value) ? 2 : name->view().starts_with('_') ? 0 : 1;
    groups[group].emplace_back(name);
  }
  for (std::size_t group = 0; group < groups.size(); ++group) {
    if (group == 2) loop::Memory::current().collect_cycles();
    for (const Ref<Str>& name : groups[group]) {
      if (was_stopped()) return;
      names.set(*name, Value::none());
    }
  }
}

// ---- threads --------------------------------------------------------------------------------------------------------

void Session::thread_started(loop::VirtualThread& thread) {
  if (m_instrument != nullptr) {
    m_instrument->thread_started(thread.id(), thread.name(), thread.is_greenlet() ? thread.host().id() : 0);
  }
}
void Session::thread_switched(loop::VirtualThread& thread) {
  if (m_instrument != nullptr) m_instrument->thread_switched(thread.id());
}
void Session::thread_ended(loop::VirtualThread& thread) {
  if (m_instrument != nullptr) m_instrument->thread_ended(thread.id());
}

void Session::deadlocked() {
  m_deadlocked = true;
  if (m_instrument != nullptr) m_instrument->deadlocked();
}

void Session::out_of_time() {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(m_settings.limits.virtual_time).count();
  reach("virtual_seconds", "the program runs for more than " + std::to_string(seconds) + " seconds of its own time",
        script::script_place(m_vm));
}

void Session::out_of_threads() {
  reach("threads", "the machine gives the program no more threads", script::script_place(m_vm));
}

}  // namespace loopline::run
