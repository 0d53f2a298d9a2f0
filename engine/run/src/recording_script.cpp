// What the virtual machine tells: output, and at detail `full` calls, lines, variables and exceptions.
#include <algorithm>

#include "loop/event_loop.h"
#include "loop/runtime.h"
#include "loop/task.h"
#include "recording_instrument.h"
#include "script/vm.h"

namespace loopline::run {

using loop::ObjectId;
using script::Frame;
using script::Op;
using script::Value;
using trace::Kind;
using trace::StackId;

namespace {

const script::Instruction& instruction_of(const Frame& frame) {
  const auto& instructions = frame.code().instructions;
  return instructions[frame.pc < instructions.size() ? frame.pc : instructions.size() - 1];
}

bool is_awaiting(const Frame& frame) {
  const Op op = instruction_of(frame).op;
  return op == Op::await || op == Op::yield_from;
}

/// The first frame of the chain of awaiting frames that a leaf ends.
Frame& root_of(Frame& leaf) {
  Frame* frame = &leaf;
  while (frame->return_mode == script::ReturnMode::to_await && frame->caller != nullptr) frame = frame->caller;
  return *frame;
}

/// The asynchronous generator whose next value a frame awaits, or null.
const script::Generator* async_generator_awaited_by(const Frame& frame) {
  const script::Instruction& in = instruction_of(frame);
  if (in.op != Op::await) return nullptr;
  const Value& awaited = frame.registers()[in.b];
  if (!awaited.is_object(loop::ObjectKind::coroutine)) return nullptr;
  const auto* step = dynamic_cast<const script::AsyncGeneratorStep*>(awaited.as_object());
  return step != nullptr ? &step->generator() : nullptr;
}

/// The value that a frame gives away by its yield.
Value yielded_value(const Frame& frame) {
  const script::Instruction& in = instruction_of(frame);
  if (in.op != Op::yield_ && in.op != Op::async_yield) return {};
  const bool is_constant = (in.b & script::kConstantOperand) != 0;
  return is_constant ? frame.code().constants[in.b & ~script::kConstantOperand] : frame.registers()[in.b];
}

}  // namespace

// ---- output ---------------------------------------------------------------------------------------------------------

void RecordingInstrument::wrote(script::Stream stream, std::string_view written) {
  if (!is_open()) return;
  const bool error = stream == script::Stream::error;
  if (m_output != nullptr) error ? m_output->write_err(written) : m_output->write_out(written);
  m_lines[error].write(written, [&](std::string_view line) {
    set_has_parts(m_lines[!error].has_part());
    record(error ? Kind::err : Kind::out, current_task(), text(line));
  });
  set_has_parts(m_lines[0].has_part() || m_lines[1].has_part());
}

void RecordingInstrument::reported(std::string_view report) {
  if (!is_open()) return;
  if (m_output != nullptr) m_output->write_err(report);
  while (!report.empty()) {
    const std::size_t end = std::min(report.find('\n'), report.size());
    record(Kind::report, current_task(), text(report.substr(0, end)));
    report.remove_prefix(std::min(end + 1, report.size()));
  }
}

// ---- where frames are called from -----------------------------------------------------------------------------------

Frame*& RecordingInstrument::loop_base() {
  const std::size_t thread = m_runtime->threads.current().id();
  if (thread >= m_loop_bases.size()) m_loop_bases.resize(thread + 1);
  return m_loop_bases[thread];
}

/// The nearest caller that is recorded; none beyond the loop.
std::int64_t RecordingInstrument::caller_of(const Frame& frame) {
  const Frame* base = loop_base();
  for (const Frame* caller = frame.caller; caller != nullptr && caller != base; caller = caller->caller) {
    if (caller->traced) return number(caller->trace_number);
  }
  return 0;
}

/// Whether a frame that is suspended at an await waits because its task does: then the step's end tells it all. It is
/// not so for coroutines and generators that the program drives itself, by send() or a loop.
bool RecordingInstrument::suspends_with_task(const Frame& leaf) {
  if (leaf.code().code_kind == script::CodeKind::async_generator && !is_awaiting(leaf)) return false;
  const Frame* base = loop_base();
  const Frame* frame = &leaf;
  for (;;) {
    frame = &root_of(const_cast<Frame&>(*frame));
    if (frame->return_mode == script::ReturnMode::to_iteration) return false;
    const Frame* driver = frame->caller;
    if (driver == base) return m_runtime->threads.current().running_loop != nullptr && current_task() != 0;
    if (driver == nullptr || !is_awaiting(*driver)) return false;
    frame = driver;  // a library coroutine in between, or the step of an asynchronous generator
  }
}

std::int64_t RecordingInstrument::function_name(script::Code& code) {
  if (code.trace_name == 0) {
    std::string_view name = code.qualname->view();
    constexpr std::string_view kLocals = "<locals>.";
    if (const std::size_t at = name.rfind(kLocals); at != std::string_view::npos) {
      name.remove_prefix(at + kLocals.size());
    }
    code.trace_name = m_recorder.intern(name);
  }
  return code.trace_name;
}

// ---- calls and lines ------------------------------------------------------------------------------------------------

void RecordingInstrument::entered(Frame& frame, bool resumed) {
  if (!is_open() || m_detail != Detail::full) return;
  if (!resumed) {
    frame.trace_number = ++m_frames;
    frame.traced = true;
    const script::Code& code = frame.code();
    record(Kind::call, current_task(), number(frame.trace_number), function_name(frame.code()), code.first_line,
           caller_of(frame));
    return;
  }
  if (suspends_with_task(frame)) return;
  std::vector<Frame*> chain{&frame};
  for (const Frame* root = &root_of(frame); chain.back() != root;) chain.push_back(chain.back()->caller);
  const bool throws = m_vm->thread().error != nullptr;
  for (std::size_t i = chain.size(); i-- > 0;) {
    if (!chain[i]->traced) continue;
    record(Kind::resume, current_task(), number(chain[i]->trace_number), chain[i]->line(), throws ? 1 : 0,
           caller_of(*chain[i]));
  }
}

void RecordingInstrument::suspended(Frame& leaf) {
  if (!is_open() || m_detail != Detail::full || suspends_with_task(leaf)) return;
  m_variables->look(leaf);
  const Value given = yielded_value(leaf);
  const std::int64_t value = given.is_set() ? text(m_variables->repr().of(given)) : 0;
  const Frame* root = &root_of(leaf);
  for (const Frame* frame = &leaf;; frame = frame->caller) {
    if (frame->traced) record(Kind::suspend, current_task(), number(frame->trace_number), value);
    if (frame == root) return;
  }
}

void RecordingInstrument::line(Frame& frame, int line) {
  if (is_open() && frame.traced) {
    m_variables->look(frame);
    record(Kind::line, current_task(), number(frame.trace_number), line);
    if (!m_notes.empty()) tell_notes(line);
  }
  spend(m_costs.per_line);
}

void RecordingInstrument::tell_notes(int line) {
  std::erase_if(m_notes, [this, line](const Note& note) {
    if (note.line != line) return false;
    record(Kind::note, current_task(), text(note.text));
    return true;
  });
}

void RecordingInstrument::left(Frame& frame, const Value& value) {
  if (!frame.traced) return;
  if (is_open()) {
    m_variables->look(frame);
    const std::int64_t shown = value.is_set() ? text(m_variables->repr().of(value)) : 0;
    record(Kind::leave, current_task(), number(frame.trace_number), shown, value.is_set() ? 0 : 1);
  }
  m_variables->forget(frame);
}

void RecordingInstrument::raised(Frame& frame, const Value& exception) {
  if (!is_open() || !frame.traced) return;
  record(Kind::raise, current_task(), number(frame.trace_number), text(m_variables->repr().of(exception)),
         frame.line());
}

void RecordingInstrument::caught(Frame& frame, const Value& exception) {
  if (!is_open() || !frame.traced) return;
  record(Kind::caught, current_task(), number(frame.trace_number), text(m_variables->repr().of(exception)),
         frame.line());
}

void RecordingInstrument::changed(std::uint64_t frame, std::string_view name, std::string_view repr) {
  record(Kind::variable, current_task(), number(frame), text(name), text(repr));
}

void RecordingInstrument::deleted(std::uint64_t frame, std::string_view name) {
  record(Kind::variable, current_task(), number(frame), text(name), 0, 1);
}

// ---- stacks, at detail `tasks` --------------------------------------------------------------------------------------

/// The coroutines through which the current task waits, main › fetch, as a node of the call tree. Not at detail `full`,
/// where calls tell it, nor for native coroutines: see is_script_suspended().
StackId RecordingInstrument::stack_of_current_task() {
  const loop::Task* task = m_runtime->threads.current().running_loop->current_task();
  StackId node = 0;
  const auto* generator = dynamic_cast<const script::Generator*>(task->coroutine().get());
  while (generator != nullptr && generator->leaf != nullptr) {
    Frame& leaf = *generator->leaf;
    node = add_chain(node, leaf);
    generator = async_generator_awaited_by(leaf);
  }
  return node;
}

StackId RecordingInstrument::add_chain(StackId below, Frame& leaf) {
  m_chain.clear();
  const Frame* root = &root_of(leaf);
  for (Frame* frame = &leaf;; frame = frame->caller) {
    if (!frame->code().is_library()) m_chain.push_back(frame);
    if (frame == root) break;
  }
  for (std::size_t i = m_chain.size(); i-- > 0;) {
    const auto function = static_cast<trace::StringId>(function_name(m_chain[i]->code()));
    below = m_recorder.add_stack_node(below, function, static_cast<std::uint32_t>(m_chain[i]->line()));
  }
  return below;
}

}  // namespace loopline::run
