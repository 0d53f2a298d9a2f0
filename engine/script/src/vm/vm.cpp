#include "script/vm.h"

#include <algorithm>

#include "../compiler/compiler.h"
#include "../compiler/raise_syntax_error.h"
#include "bootstrap.h"
#include "interpreter.h"
#include "loop/event_loop.h"
#include "loop/task.h"
#include "script/module_registry.h"
#include "script/script_place.h"
#include "script/syntax/parser.h"
#include "script_host.h"

namespace loopline::script {

namespace {

// How many instructions run between two looks at limits, signals and the end of the run.
constexpr std::int64_t kInstructionsAtOnce = 50'000;

}  // namespace

Vm::Vm(const Limits& limits, Observer* observer)
    : m_limits(limits),
      m_observer(observer),
      m_host(std::make_unique<ScriptHost>(*this)),
      m_objects(*this),
      m_types(std::make_unique<Types>()),
      m_names(std::make_unique<Names>()),
      m_builtins(make<Dict>()),
      m_recursion_limit(limits.recursion) {
#define LOOPLINE_INTERN(member, text) m_names->member = intern(text);
  LOOPLINE_NAMES(LOOPLINE_INTERN)
#undef LOOPLINE_INTERN
  for (std::size_t i = 0; i < m_characters.size(); ++i) {
    const auto ascii = static_cast<char>(i);
    m_characters[i] = intern({&ascii, 1});
  }
  loop::Memory::current().set_weak_reference_listener(&m_objects);
  m_modules = std::make_unique<ModuleRegistry>(*this);
  m_budget = std::min(kInstructionsAtOnce, static_cast<std::int64_t>(limits.instructions));
  m_instructions_granted = static_cast<std::uint64_t>(m_budget);
  bootstrap();
}

/// What the table of names takes for each of them.
static constexpr std::size_t kInternedBytes = 72;

Vm::~Vm() {
  loop::Memory::current().set_weak_reference_listener(nullptr);
  m_modules.reset();
  m_builtins->clear();
  loop::Memory::current().shrank(m_interned.size() * kInternedBytes);
}

loop::Host& Vm::host() noexcept { return *m_host; }

const Dict* Vm::own_builtins(const Dict& globals) const noexcept {
  const Value* given = globals.get(*m_names->builtins);
  if (given == nullptr) return nullptr;
  const Module* module = as_module(*given);
  const Dict* dict = module != nullptr ? module->attributes.get() : core_as<Dict>(*given, kind::dict);
  return dict == m_builtins.get() ? nullptr : dict;
}

void Vm::attach(loop::Runtime& runtime) { m_runtime = &runtime; }

ThreadState& Vm::thread() noexcept {
  if (m_runtime == nullptr) return m_unattached_thread;
  loop::VirtualThread& current = m_runtime->threads.current();
  if (current.data == nullptr) [[unlikely]]
    current.data = std::make_unique<ThreadState>();
  return static_cast<ThreadState&>(*current.data);
}

Frame* Vm::script_frame() noexcept { return thread().top; }

ExceptionObject* Vm::handled_exception() noexcept {
  for (Frame* frame = thread().top; frame != nullptr; frame = frame->caller) {
    if (frame->handled) return frame->handled.get();
  }
  return nullptr;
}

Ref<Dict> Vm::locals_of(Frame& frame) {
  const Code& code = frame.code();
  if (code.code_kind == CodeKind::class_body) return frame.names;
  if (code.code_kind == CodeKind::module) return frame.names ? frame.names : frame.globals();
  Ref<Dict> result = dict();
  const auto add = [&](Str& name, const Value& held) {
    const Cell* cell = as_kind<Cell>(held, kind::cell);
    const Value& value = cell != nullptr ? cell->value : held;
    if (value.is_set() && !name.view().starts_with('.')) result->set(name, value);
  };
  const Value* registers = frame.registers();
  std::size_t at = 0;
  for (const Ref<Str>& name : code.local_names) add(*name, registers[at++]);
  for (const Ref<Str>& name : code.free_names) add(*name, registers[at++]);
  return result;
}

// ---- values ---------------------------------------------------------------------------------------------------------

Value Vm::str(std::string_view text) {
  if (text.size() == 1 && static_cast<unsigned char>(text[0]) < 0x80) return character(text[0]);
  if (text.empty()) return m_names->empty;
  return Str::create(text);
}

Ref<Str> Vm::intern(std::string_view text) {
  if (const auto found = m_interned.find(text); found != m_interned.end()) return found->second;
  constexpr std::int64_t kCostOfNew = 300;  // instructions
  m_budget -= kCostOfNew;
  Ref<Str> made = Str::create(text);
  made->set_interned();
  m_interned.emplace(made->view(), made);
  loop::Memory::current().grew(kInternedBytes);
  return made;
}

Value Vm::integer(std::uint64_t number) {
  if (number <= static_cast<std::uint64_t>(INT64_MAX)) return Value(static_cast<std::int64_t>(number));
  return make_int(mpz_class(static_cast<unsigned long>(number)));
}

// ---- running --------------------------------------------------------------------------------------------------------

void raise_syntax_error(Vm& vm, const Source& source, const Diagnostic& mistake) {
  Types& types = vm.types();
  Class& cls = mistake.kind == Diagnostic::Kind::indentation ? *types.indentation_error
               : mistake.kind == Diagnostic::Kind::tab       ? *types.tab_error
                                                             : *types.syntax_error;
  const auto number = [](int value) { return Value(static_cast<std::int64_t>(value)); };
  const Value text = mistake.line_text.empty() ? Value::none() : vm.str(mistake.line_text + "\n");
  const Value details = vm.tuple({vm.str(source.file_name), number(mistake.line), number(mistake.column), text,
                                  number(mistake.end_line), number(mistake.end_column)});
  vm.raise(cls, {vm.str(mistake.message), details});
}

Ref<Code> Vm::compile(const Ref<Source>& source) {
  ParseResult parsed = parse_module(source->text, source->file_name);
  if (!parsed.ok()) {
    raise_syntax_error(*this, *source, parsed.diagnostic());
    return nullptr;
  }
  CompileOptions options;
  options.traces_lines = !source->is_library && m_observer != nullptr && m_observer->wants_lines();
  options.is_library = source->is_library;
  options.legacy = legacy;
  Compiler compiler(*this, source, options);
  Ref<Code> code = compiler.compile(parsed.tree());
  if (!code && !has_error()) raise_syntax_error(*this, *source, compiler.mistake);
  return code;
}

Ref<Code> Vm::compile_namespace_code(const Ref<Source>& source, CompileMode mode) {
  constexpr std::uint64_t kCostOfByte = 60;  // of reading and compiling
  if (!spend(source->text.size() * kCostOfByte)) return nullptr;
  ParseResult parsed = mode == CompileMode::eval ? parse_expression(source->text, source->file_name)
                                                 : parse_module(source->text, source->file_name);
  if (!parsed.ok()) {
    Diagnostic mistake = parsed.diagnostic();
    // CPython meets the end before the first line.
    if (mode == CompileMode::eval && source->text.empty()) mistake.line = mistake.end_line = 0;
    raise_syntax_error(*this, *source, mistake);
    return nullptr;
  }
  CompileOptions options;
  options.traces_lines = m_observer != nullptr && m_observer->wants_lines();
  options.legacy = legacy;
  options.uses_namespace = true;
  options.is_interactive = mode == CompileMode::single;
  Compiler compiler(*this, source, options);
  Ref<Code> code = compiler.compile(parsed.tree());
  if (!code && !has_error()) raise_syntax_error(*this, *source, compiler.mistake);
  return code;
}

Value Vm::run_module(const Ref<Source>& source, const Ref<Dict>& globals) {
  const Ref<Code> code = compile(source);
  if (!code) return {};
  return run_code(code, globals, nullptr);
}

Value Vm::run_code(const Ref<Code>& code, const Ref<Dict>& globals, Ref<Dict> names) {
  Ref<Frame> frame = Frame::create(nullptr, *code, globals);
  frame->names = std::move(names);
  return Interpreter(*this, thread()).run_frame(std::move(frame));
}

// ---- output and limits ----------------------------------------------------------------------------------------------

bool Vm::write(Stream stream, std::string_view text) {
  constexpr std::uint64_t kWriteCost = 500;  // instructions
  if (!spend(kWriteCost + text.size() / 2)) return false;
  m_output_bytes += text.size();
  if (m_output_bytes > m_limits.output_bytes) {
    reach_limit("output", "the program printed more than " + std::to_string(m_limits.output_bytes) + " bytes");
    return false;
  }
  if (m_observer != nullptr) m_observer->wrote(stream, text);
  return true;
}

bool Vm::has_ended() const noexcept { return m_runtime != nullptr && m_runtime->threads.has_ended(); }

std::uint64_t Vm::instructions_used() const noexcept {
  return m_instructions_granted - static_cast<std::uint64_t>(std::max<std::int64_t>(m_budget, 0));
}

bool Vm::check_interrupts() {
  if (m_cancel != nullptr && m_cancel->load(std::memory_order_relaxed) && m_runtime != nullptr) {
    m_runtime->threads.end_run();
  }
  if (has_ended()) {
    raise(m_host->make_exception(loop::ExceptionKind::fatal, "the run has ended"));
    return false;
  }
  if (m_budget <= 0) {
    if (m_instructions_granted >= m_limits.instructions) {
      reach_limit("instructions",
                  "the program ran for more than " + std::to_string(m_limits.instructions) + " instructions");
      return false;
    }
    const std::int64_t more =
        std::min(kInstructionsAtOnce, static_cast<std::int64_t>(m_limits.instructions - m_instructions_granted));
    m_instructions_granted += static_cast<std::uint64_t>(more);
    m_budget += more;
  }
  if (!check_memory(0)) return false;
  if (m_runtime != nullptr && m_runtime->signals.has_pending() &&
      &m_runtime->threads.current() == &m_runtime->threads.main()) {
    if (Ref<loop::Exception> raised = m_runtime->signals.handle_pending(*m_host)) {
      raise(raised);
      return false;
    }
  }
  return true;
}

bool Vm::check_size(std::uint64_t bytes) {
  if (bytes > m_limits.text_bytes) {
    raise(*m_types->memory_error,
          "a single object would take more than the limit of " + std::to_string(m_limits.text_bytes) + " bytes");
    return false;
  }
  // Many great ones may come between two looks at the limits.
  constexpr std::uint64_t kGreat = std::uint64_t{64} * 1024;
  return bytes < kGreat || check_memory(bytes);
}

bool Vm::check_memory(std::uint64_t more) {
  if (loop::Memory::current().live_bytes() + more <= m_limits.memory_bytes) return true;
  reach_limit("memory",
              "the program's objects take more than " + std::to_string(m_limits.memory_bytes / (1024 * 1024)) + " MiB");
  return false;
}

bool Vm::spend_more(std::uint64_t instructions) {
  while (m_budget <= static_cast<std::int64_t>(instructions)) {
    instructions -= static_cast<std::uint64_t>(std::max<std::int64_t>(m_budget, 0));
    m_budget = 0;
    if (!check_interrupts()) return false;
  }
  m_budget -= static_cast<std::int64_t>(instructions);
  return true;
}

std::string script_place(Vm& vm) {
  for (Frame* frame = vm.script_frame(); frame != nullptr; frame = frame->caller) {
    if (frame->code().is_library()) continue;
    return frame->code().source->file_name + ", line " + std::to_string(frame->line());
  }
  return {};
}

Value Vm::reach_limit(std::string what, std::string message) {
  if (!m_limit_reached) {
    LimitReached limit;
    limit.what = std::move(what);
    limit.message = std::move(message);
    limit.where = script_place(*this);
    m_limit_reached = std::move(limit);
  }
  if (m_runtime != nullptr) m_runtime->threads.end_run();
  return raise(m_host->make_exception(loop::ExceptionKind::fatal, m_limit_reached->message));
}

}  // namespace loopline::script
