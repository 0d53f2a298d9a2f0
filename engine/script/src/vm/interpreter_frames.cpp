// Frames coming and going: calls, returns, exceptions that leave a frame.
#include "body_cost.h"
#include "interpreter.h"

namespace loopline::script {

using loop::StepKind;

namespace {

// Of a call from native code into a script, in instructions.
constexpr std::uint64_t kEntryCost = 25;

}  // namespace

Interpreter::Interpreter(Vm& vm, ThreadState& thread)
    : m_vm(vm),
      m_thread(thread),
      m_observer(vm.observer()),
      m_traces(vm.observer() != nullptr && vm.observer()->wants_lines()) {}

void Interpreter::load_frame() noexcept {
  m_frame = m_thread.top;
  m_registers = m_frame->registers();
  m_constants = m_frame->code().constants.data();
}

Value Interpreter::run_frame(Ref<Frame> frame) {
  m_vm.budget() -= body_cost(frame->code());
  if (!m_vm.spend(kEntryCost)) return {};
  if (++m_thread.native_depth > m_vm.limits().native_recursion) {
    --m_thread.native_depth;
    recursion_error();
    return {};
  }
  Value out;
  if (push(*frame, ReturnMode::to_native, 0)) {
    static_cast<void>(frame.detach());
    const StepKind kind = dispatch(out);
    if (kind == StepKind::raised) {
      m_thread.error = Ref<loop::Exception>(out.as<loop::Exception>());
      out.reset();
    }
  }
  --m_thread.native_depth;
  return out;
}

/// Puts a frame on the stack. Its reference is the stack's from then on, unless a generator owns it.
bool Interpreter::push(Frame& frame, ReturnMode mode, std::uint16_t return_register) {
  if (m_thread.depth >= m_vm.recursion_limit()) return recursion_error();
  ++m_thread.depth;
  frame.caller = m_thread.top;
  frame.return_mode = mode;
  frame.return_register = return_register;
  m_thread.top = &frame;
  if (m_traces && traces(frame)) m_observer->entered(frame, frame.generator != nullptr && frame.pc != 0);
  return true;
}

void Interpreter::pop(Frame& frame) {
  m_thread.top = frame.caller;
  --m_thread.depth;
}

bool Interpreter::recursion_error() {
  // Making it and leaving what it leaves is work: `try: f() finally: f()` would go on for ever.
  if (!m_vm.spend(6000)) return false;
  m_vm.raise(*m_vm.types().recursion_error, "maximum recursion depth exceeded");
  return false;
}

// ---- results --------------------------------------------------------------------------------------------------------

bool Interpreter::finish(Value result, StepKind& kind, Value& out) {
  Frame& frame = *m_frame;
  if (m_traces && traces(frame)) m_observer->left(frame, result);
  pop(frame);
  frame.is_finished = true;
  Frame* caller = frame.caller;
  const ReturnMode mode = frame.return_mode;
  const std::uint16_t target = frame.return_register;
  const bool owned_by_stack = frame.generator == nullptr;
  Ref<Generator> generator;  // a frame that ends may hold the last reference to its own generator
  if (frame.generator != nullptr) {
    generator = Ref<Generator>(frame.generator);
    finish_generator(frame);
  }
  switch (mode) {
    case ReturnMode::to_register:
      frame.release();
      caller->registers()[target] = std::move(result);
      caller->pc += 2;
      return true;
    case ReturnMode::discard: {
      Value instance = std::move(frame.instance);
      frame.release();
      if (!result.is_none()) {
        m_vm.type_error("__init__() should return None, not '" + m_vm.type_name(result) + "'");
        return true;
      }
      caller->registers()[target] = std::move(instance);
      caller->pc += 2;
      return true;
    }
    case ReturnMode::to_native:
      if (owned_by_stack) frame.release();
      kind = StepKind::returned;
      out = std::move(result);
      return false;
    case ReturnMode::to_iteration: {
      const Instruction& loop = caller->code().instructions[caller->pc];
      caller->registers()[loop.b].reset();
      caller->pc += static_cast<std::uint32_t>(2 + caller->code().instructions[caller->pc + 1].imm32());
      return true;
    }
    case ReturnMode::to_await: {
      const Instruction& await = caller->code().instructions[caller->pc];
      generator->awaited_by = nullptr;
      caller->registers()[await.b].reset();
      caller->registers()[target] = std::move(result);
      caller->pc += 1;
      return true;
    }
  }
  return false;
}

void Interpreter::finish_generator(Frame& frame) {
  Generator& generator = *frame.generator;
  generator.finish();
}

/// An exception goes from the current frame to its caller, which is the current one then.
bool Interpreter::unwind_frame(StepKind& kind, Value& out) {
  Frame& frame = *m_frame;
  frame.clear_temporaries(frame.code().first_temporary);
  frame.handled = nullptr;
  if (m_traces && traces(frame)) m_observer->left(frame, Value());
  pop(frame);
  frame.is_finished = true;
  Frame* caller = frame.caller;
  const ReturnMode mode = frame.return_mode;
  if (frame.generator != nullptr) {
    const Ref<Generator> generator(frame.generator);
    convert_stop_iteration(*generator);
    generator->awaited_by = nullptr;
    finish_generator(frame);
  } else {
    frame.release();
  }
  if (mode == ReturnMode::to_native) {
    kind = StepKind::raised;
    out = Value(std::move(m_thread.error));
    return false;
  }
  if (mode == ReturnMode::to_await) {
    const Instruction& await = caller->code().instructions[caller->pc];
    caller->registers()[await.b].reset();
  }
  return true;
}

void Interpreter::convert_stop_iteration(Generator& generator) {
  loop::Exception& error = *m_thread.error;
  const bool is_async = generator.code().code_kind == CodeKind::async_generator;
  const bool stop = error.is(loop::ExceptionKind::stop_iteration);
  const bool async_stop = is_async && error.is(loop::ExceptionKind::stop_async_iteration);
  if (!stop && !async_stop) return;
  const char* what = is_async                                          ? "async generator raised "
                     : generator.kind() == loop::ObjectKind::coroutine ? "coroutine raised "
                                                                       : "generator raised ";
  const Ref<loop::Exception> cause = std::move(m_thread.error);
  const Ref<ExceptionObject> converted = m_vm.make_exception(
      *m_vm.types().runtime_error, what + std::string(async_stop ? "StopAsyncIteration" : "StopIteration"));
  converted->set_context(cause);
  converted->set_cause(cause);
  m_thread.error = converted;
}

// ---- calls ----------------------------------------------------------------------------------------------------------

Interpreter::Called Interpreter::call(std::uint16_t base, std::uint16_t count, bool method_form,
                                      const Tuple* keyword_names, std::uint16_t return_register, Value& result) {
  Value* slots = m_registers + base;
  Value callee = std::move(slots[0]);
  Value* arguments = slots + 1;
  std::size_t given = count;
  if (method_form) {
    if (arguments[0].is_set()) {
      ++given;
    } else {
      ++arguments;
    }
  }
  if (callee.is_object(kind::bound_method)) {
    // The slot before the arguments is free now: self goes there.
    const auto& method = *callee.as<BoundMethod>();
    --arguments;
    *arguments = method.self;
    ++given;
    const Value function = method.function;
    callee = function;
  }
  if (keyword_names == nullptr && callee.is_object()) {
    switch (static_cast<int>(callee.as_object()->kind())) {
      case static_cast<int>(kind::function):
        return call_function(*callee.as<Function>(), arguments, given, return_register, result);
      case static_cast<int>(kind::native_function): {
        auto& native = *callee.as<NativeFunction>();
        if (native.signature.is_plain && !native.receiver.is_set() && native.signature.positional == given) {
          const bool accepted = given == 0 || m_vm.accepts_receiver(native, arguments[0]);
          result = accepted ? native.code(m_vm, {arguments, given}) : Value();
        } else {
          result = m_vm.call_native(native, nullptr, CallArguments{{arguments, given}, {}, nullptr});
        }
        for (std::size_t i = 0; i < given; ++i) arguments[i].reset();
        return result.is_set() ? Called::value : Called::error;
      }
      case static_cast<int>(kind::class_):
        return call_class(*callee.as<Class>(), arguments, given, return_register, result);
      default: break;
    }
  }
  const std::size_t keywords = keyword_names != nullptr ? keyword_names->size() : 0;
  const std::size_t positional = given - keywords;
  const CallArguments all{{arguments, positional}, {arguments + positional, keywords}, keyword_names};
  if (keyword_names != nullptr && callee.is_object(kind::function)) {
    Ref<Frame> frame = m_vm.make_frame(*callee.as<Function>(), all);
    for (std::size_t i = 0; i < given; ++i) arguments[i].reset();
    if (!frame) return Called::error;
    return start_frame(std::move(frame), return_register, ReturnMode::to_register, result);
  }
  result = m_vm.call(callee, all);
  for (std::size_t i = 0; i < given; ++i) arguments[i].reset();
  return result.is_set() ? Called::value : Called::error;
}

Interpreter::Called Interpreter::call_function(Function& function, Value* arguments, std::size_t count,
                                               std::uint16_t return_register, Value& result) {
  Code& code = *function.code;
  Ref<Frame> frame;
  if (code.is_simple && count == code.positional_count) [[likely]] {
    frame = Frame::create(Ref<Function>(&function), code, function.globals);
    Value* registers = frame->registers();
    for (std::size_t i = 0; i < count; ++i) registers[i] = std::move(arguments[i]);
    m_vm.fill_closure(*frame);
  } else {
    frame = m_vm.make_frame(function, CallArguments{{arguments, count}, {}, nullptr});
    for (std::size_t i = 0; i < count; ++i) arguments[i].reset();
    if (!frame) return Called::error;
  }
  return start_frame(std::move(frame), return_register, ReturnMode::to_register, result);
}

/// Runs the frame, or makes a generator of it.
Interpreter::Called Interpreter::start_frame(Ref<Frame> frame, std::uint16_t return_register, ReturnMode mode,
                                             Value& result) {
  if (frame->code().code_kind != CodeKind::function) {
    result = m_vm.make_generator(std::move(frame));
    return Called::value;
  }
  m_vm.budget() -= body_cost(frame->code());
  if (!push(*frame, mode, return_register)) return Called::error;
  static_cast<void>(frame.detach());
  return Called::frame;
}

Interpreter::Called Interpreter::call_class(Class& cls, Value* arguments, std::size_t count,
                                            std::uint16_t return_register, Value& result) {
  // The common case in the loop itself: object.__new__ and an __init__ of the script's.
  // A metaclass may have a __call__ of its own (singletons).
  Class* meta = cls.meta().get();
  const bool is_plain = meta == nullptr || meta == m_vm.types().type.get() ||
                        !m_vm.special(*meta, Special::call).is_object(kind::function);
  const Value& init = m_vm.special(cls, Special::init);
  if (is_plain && cls.layout == Layout::instance && !cls.is_builtin && !cls.is_abstract && m_vm.uses_plain_new(cls) &&
      init.is_object(kind::function) && init.as<Function>()->code->code_kind == CodeKind::function) {
    std::vector<Value> with_self;
    with_self.reserve(count + 1);
    Value instance = make<Instance>(Ref<Class>(&cls));
    with_self.push_back(instance);
    for (std::size_t i = 0; i < count; ++i) with_self.push_back(std::move(arguments[i]));
    Ref<Frame> frame = m_vm.make_frame(*init.as<Function>(), CallArguments{with_self, {}, nullptr});
    if (!frame) return Called::error;
    frame->instance = std::move(instance);
    return start_frame(std::move(frame), return_register, ReturnMode::discard, result);
  }
  result = m_vm.call(Value(&cls), CallArguments{{arguments, count}, {}, nullptr});
  for (std::size_t i = 0; i < count; ++i) arguments[i].reset();
  return result.is_set() ? Called::value : Called::error;
}

Value Interpreter::call_spread(std::uint16_t base, bool method_form) {
  Value* slots = m_registers + base;
  const Value callee = std::move(slots[0]);
  Value self;
  if (method_form) {
    self = std::move(slots[1]);
    ++slots;
  }
  const Value tuple = std::move(slots[1]);
  const Value dict = std::move(slots[2]);
  constexpr std::uint64_t kCostOfArgument = 6;  // it is copied twice
  if (!m_vm.spend(tuple.as<Tuple>()->size() * kCostOfArgument)) return {};
  std::vector<Value> positional;
  if (self.is_set()) positional.push_back(self);
  for (const Value& value : *tuple.as<Tuple>()) positional.push_back(value);
  std::vector<Value> names;
  std::vector<Value> values;
  if (dict.is_set()) {
    for (const Dict::Entry& entry : dict.as<Dict>()->entries()) {
      if (!entry.key.is_set()) continue;
      names.push_back(entry.key);
      values.push_back(entry.value);
    }
  }
  const Ref<Tuple> keyword_names = names.empty() ? nullptr : Tuple::create(names);
  return m_vm.call(callee, CallArguments{positional, values, keyword_names.get()});
}

}  // namespace loopline::script
