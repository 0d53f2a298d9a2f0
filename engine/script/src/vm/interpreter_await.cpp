// Suspending and going on: generators, await, yield from.
//
// A chain: a generator whose frame awaits another one's, and so on down to the leaf, where it is suspended. The stack
// sees the whole chain as one: it is taken off and put back at once, and the leaf goes on as if it had never left. The
// first of the chain, the root, is what others hold and resume.
#include "interpreter.h"
#include "loop/coroutine.h"
#include "loop/future.h"

namespace loopline::script {

using loop::StepKind;

namespace {

Frame& root_of(Frame& leaf) noexcept {
  Frame* frame = &leaf;
  while (frame->return_mode == ReturnMode::to_await) frame = frame->caller;
  return *frame;
}

}  // namespace

// ---- the chain as a whole -------------------------------------------------------------------------------------------

bool Interpreter::suspend(Value yielded, StepKind how, StepKind& kind, Value& out) {
  Frame& leaf = *m_frame;
  Frame& root = root_of(leaf);
  Generator& generator = *root.generator;
  if (m_traces && traces(leaf)) m_observer->suspended(leaf);
  generator.leaf = &leaf;
  generator.chain_depth = m_thread.depth - root.depth_before;
  generator.state = Generator::State::suspended;
  m_thread.depth = root.depth_before;
  m_thread.top = root.caller;
  if (root.return_mode == ReturnMode::to_iteration) {
    Frame& caller = *root.caller;
    caller.registers()[root.return_register] = how == StepKind::paused ? Value::none() : std::move(yielded);
    caller.pc += 2;
    return true;
  }
  kind = how;
  if (how == StepKind::yielded) out = std::move(yielded);
  return false;
}

StepKind Interpreter::run_generator(Generator& generator, Value sent, Value& out) {
  const Ref<Generator> keep(&generator);
  if (++m_thread.native_depth > m_vm.limits().native_recursion) {
    --m_thread.native_depth;
    recursion_error();
    out = Value(std::move(m_thread.error));
    return StepKind::raised;
  }
  Frame& root = *generator.frame();
  const bool begins = generator.state == Generator::State::created;
  generator.state = Generator::State::running;
  root.depth_before = m_thread.depth;
  StepKind kind = StepKind::raised;
  if (begins && m_thread.error) {
    // Raised before it began, an exception leaves at once, from the line of the definition; no handler sees it.
    m_vm.add_traceback(root);
    convert_stop_iteration(generator);
    generator.finish();
    out = Value(std::move(m_thread.error));
  } else if (begins) {
    if (push(root, ReturnMode::to_native, 0)) {
      kind = dispatch(out);
    } else {
      // Too deep: it counts as having begun, as in CPython.
      generator.finish();
      out = Value(std::move(m_thread.error));
    }
  } else {
    Frame& leaf = *generator.leaf;
    root.caller = m_thread.top;
    root.return_mode = ReturnMode::to_native;
    m_thread.depth += generator.chain_depth;
    m_thread.top = &leaf;
    load_frame();
    if (m_traces && traces(leaf)) m_observer->entered(leaf, true);
    const Instruction& in = leaf.code().instructions[leaf.pc];
    Value yielded;
    StepKind how = StepKind::yielded;
    Awaited step = Awaited::done;
    if (in.op == Op::await || in.op == Op::yield_from) {
      step = continue_await(in, std::move(sent), yielded, how);
    } else if (!m_thread.error) {
      m_registers[in.a] = std::move(sent);
      leaf.pc += 1;
    }
    if (step == Awaited::suspended) {
      suspend(std::move(yielded), how, kind, out);
    } else {
      kind = dispatch(out);
    }
  }
  --m_thread.native_depth;
  return kind;
}

/// Begins or resumes a generator for the loop or await of the current frame, without leaving the machine.
bool Interpreter::enter_generator(Generator& generator, ReturnMode mode, std::uint16_t return_register) {
  if (generator.state == Generator::State::running) {
    m_vm.value_error("generator already executing");
    return false;
  }
  Frame& root = *generator.frame();
  root.depth_before = m_thread.depth;
  if (generator.state == Generator::State::created) {
    if (!push(root, mode, return_register)) {
      generator.finish();
      return false;
    }
    generator.state = Generator::State::running;
    return true;
  }
  generator.state = Generator::State::running;
  Frame& leaf = *generator.leaf;
  root.caller = m_thread.top;
  root.return_mode = mode;
  root.return_register = return_register;
  m_thread.depth += generator.chain_depth;
  m_thread.top = &leaf;
  load_frame();
  if (m_traces && traces(leaf)) m_observer->entered(leaf, true);
  const Instruction& in = leaf.code().instructions[leaf.pc];
  if (in.op != Op::await && in.op != Op::yield_from) {
    m_registers[in.a] = Value::none();
    leaf.pc += 1;
    return true;
  }
  Value yielded;
  StepKind how = StepKind::yielded;
  if (continue_await(in, Value::none(), yielded, how) == Awaited::suspended) {
    StepKind kind = StepKind::yielded;
    Value out;
    suspend(std::move(yielded), how, kind, out);
  }
  // An error, if there is one, is met when the frame is loaded.
  return true;
}

// ---- one await ------------------------------------------------------------------------------------------------------

Interpreter::Awaited Interpreter::begin_await(const Instruction& in, Value& yielded, StepKind& how) {
  if (!make_awaitable(in)) return Awaited::error;
  const Value& awaitable = m_registers[in.b];
  if (loop::is_future(awaitable)) return await_future(in, yielded, how);
  const loop::ObjectKind object_kind = awaitable.is_object() ? awaitable.as_object()->kind() : loop::ObjectKind::other;
  if (object_kind == kind::generator || object_kind == loop::ObjectKind::coroutine) {
    auto& coroutine = *awaitable.as<loop::CoroutineObject>();
    if (coroutine.native_frame() == nullptr && dynamic_cast<Generator*>(&coroutine) != nullptr) {
      return await_generator(in);
    }
    Value out;
    const StepKind kind = coroutine.step(out);
    return settle_await(in, kind, out, yielded, how);
  }
  return step_iterator(in, Value::none(), yielded, how);
}

namespace {

/// A future of a script's class that says itself how it is awaited.
bool has_own_await(Vm& vm, const Value& future) {
  if (!future.as_object()->is_weakly_referenced()) return false;
  Class& cls = vm.class_of(future);
  return !cls.is_builtin &&
         !vm.special(cls, Special::await).is_identical(vm.special(*vm.types().future, Special::await));
}

}  // namespace

/// Puts into the instruction's register what is to be driven: a future, a coroutine, or an iterator.
bool Interpreter::make_awaitable(const Instruction& in) {
  Value& value = m_registers[in.b];
  if (in.op == Op::yield_from) {
    if (value.is_object(kind::generator)) return true;
    if (value.is_object(loop::ObjectKind::coroutine)) {
      const CodeKind code_kind = m_frame->code().code_kind;
      const bool allowed = m_frame->generator != nullptr && m_frame->generator->is_iterable_coroutine;
      if (code_kind == CodeKind::coroutine || allowed) return true;
      m_vm.type_error("cannot 'yield from' a coroutine object in a non-coroutine generator");
      return false;
    }
    if (loop::is_future(value)) return true;
    Value iterator = m_vm.iter(value);
    if (!iterator.is_set()) return false;
    value = std::move(iterator);
    return true;
  }
  if (value.is_object(loop::ObjectKind::coroutine)) return true;
  if (loop::is_future(value) && !has_own_await(m_vm, value)) return true;
  if (value.is_object(kind::generator) && value.as<Generator>()->is_iterable_coroutine) return true;
  bool found = false;
  Value iterator = m_vm.call_special(value, Special::await, {}, found);
  if (!found) {
    const std::string name = m_vm.type_name(value);
    switch (in.x) {
      case 1:
        m_vm.type_error("'async with' received an object from __aenter__ that does not implement __await__: " + name);
        break;
      case 2:
        m_vm.type_error("'async with' received an object from __aexit__ that does not implement __await__: " + name);
        break;
      case 3: m_vm.type_error("'async for' received an invalid object from __anext__: " + name); break;
      default: m_vm.type_error("object " + name + " can't be used in 'await' expression");
    }
    return false;
  }
  if (!iterator.is_set()) return false;
  if (iterator.is_object(loop::ObjectKind::coroutine)) {
    m_vm.type_error("__await__() returned a coroutine");
    return false;
  }
  const bool is_iterator = iterator.is_object(kind::generator) || iterator.is_object(kind::iterator) ||
                           iterator.is_object(kind::coroutine_wrapper) || loop::is_future(iterator) ||
                           m_vm.special(m_vm.class_of(iterator), Special::next).is_set();
  if (!is_iterator) {
    m_vm.type_error("__await__() returned non-iterator of type '" + m_vm.type_name(iterator) + "'");
    return false;
  }
  value = std::move(iterator);
  return true;
}

Interpreter::Awaited Interpreter::await_future(const Instruction& in, Value& yielded, StepKind& how) {
  auto& future = *m_registers[in.b].as<loop::Future>();
  if (!future.is_done()) {
    future.set_awaited(true);
    yielded = m_registers[in.b];
    how = StepKind::yielded;
    return Awaited::suspended;
  }
  loop::Outcome outcome = future.result();
  if (outcome.ok()) {
    m_registers[in.b].reset();
    m_registers[in.a] = outcome.take();
    return Awaited::done;
  }
  m_registers[in.b].reset();
  m_vm.raise(outcome.error());
  return Awaited::error;
}

Interpreter::Awaited Interpreter::await_generator(const Instruction& in) {
  auto& generator = static_cast<Generator&>(*m_registers[in.b].as<loop::CoroutineObject>());
  const bool is_coroutine = generator.kind() == loop::ObjectKind::coroutine;
  if (generator.awaited_by != nullptr) {
    m_vm.runtime_error("coroutine is being awaited already");
    m_registers[in.b].reset();
    return Awaited::error;
  }
  if (generator.state == Generator::State::finished) {
    if (is_coroutine) {
      m_vm.runtime_error("cannot reuse already awaited coroutine");
      m_registers[in.b].reset();
      return Awaited::error;
    }
    m_registers[in.b].reset();
    m_registers[in.a] = Value::none();
    return Awaited::done;
  }
  if (generator.state == Generator::State::running) {
    m_vm.value_error(is_coroutine ? "coroutine already executing" : "generator already executing");
    m_registers[in.b].reset();
    return Awaited::error;
  }
  generator.awaited_by = m_frame->generator;
  if (!enter_generator(generator, ReturnMode::to_await, in.a)) return Awaited::error;
  return Awaited::entered;
}

/// What a native coroutine's step came to, first or later.
Interpreter::Awaited Interpreter::settle_await(const Instruction& in, StepKind kind, Value& out, Value& yielded,
                                               StepKind& how) {
  switch (kind) {
    case StepKind::paused: how = StepKind::paused; return Awaited::suspended;
    case StepKind::yielded:
      how = StepKind::yielded;
      yielded = std::move(out);
      return Awaited::suspended;
    case StepKind::returned:
      m_registers[in.b].reset();
      m_registers[in.a] = std::move(out);
      return Awaited::done;
    case StepKind::raised: {
      m_registers[in.b].reset();
      const Ref<loop::Exception> raised(out.as<loop::Exception>());
      // Raised in an except clause of the native coroutine: that is its context, whatever is being handled here.
      const Ref<loop::Exception> context = raised->cause() == raised->context() ? raised->context() : nullptr;
      m_vm.raise(raised);
      if (context) raised->set_context(context);
      return Awaited::error;
    }
  }
  return Awaited::error;
}

/// The leaf of a chain that is resumed: its instruction goes on, with frame.pc still on it.
Interpreter::Awaited Interpreter::continue_await(const Instruction& in, Value sent, Value& yielded, StepKind& how) {
  const Value& awaitable = m_registers[in.b];
  Awaited step = Awaited::error;
  if (loop::is_future(awaitable)) {
    if (m_thread.error) {
      m_registers[in.b].reset();
      return Awaited::error;
    }
    auto& future = *awaitable.as<loop::Future>();
    if (!future.is_done()) {
      m_registers[in.b].reset();
      m_vm.runtime_error("await wasn't used with future");
      return Awaited::error;
    }
    step = await_future(in, yielded, how);
  } else if (awaitable.is_object(loop::ObjectKind::coroutine) || awaitable.is_object(kind::generator)) {
    // A native coroutine, or a generator of a script that was finished meanwhile.
    auto& coroutine = *awaitable.as<loop::CoroutineObject>();
    const Value keep = awaitable;
    Value out;
    StepKind kind = StepKind::returned;
    if (m_thread.error && m_thread.error->is(loop::ExceptionKind::generator_exit)) {
      // Closing goes from the inside out: the coroutine first, then this frame.
      const Ref<loop::Exception> exit = std::move(m_thread.error);
      Ref<loop::Exception> failure = coroutine.close();
      m_registers[in.b].reset();
      m_vm.raise(failure ? failure : exit);
      return Awaited::error;
    }
    if (m_thread.error) {
      kind = coroutine.raise(std::move(m_thread.error), out);
    } else {
      kind = coroutine.send(std::move(sent), out);
    }
    load_frame();
    step = settle_await(in, kind, out, yielded, how);
  } else if (m_thread.error) {
    step = raise_in_iterator(in, yielded, how);
  } else {
    step = step_iterator(in, std::move(sent), yielded, how);
  }
  if (step == Awaited::done) m_frame->pc += 1;
  return step;
}

// ---- iterators of all kinds (PEP 380) -------------------------------------------------------------------------------

Interpreter::Awaited Interpreter::step_iterator(const Instruction& in, Value sent, Value& yielded, StepKind& how) {
  const Value iterator = m_registers[in.b];
  Value item;
  if (sent.is_none()) {
    item = m_vm.next_or_raise(iterator);
  } else {
    item = m_vm.call_method(iterator, "send", {sent});
  }
  load_frame();
  if (!item.is_set()) return iterator_ended(in);
  yielded = std::move(item);
  how = StepKind::yielded;
  return Awaited::suspended;
}

/// The iterator raised: StopIteration carries the result.
Interpreter::Awaited Interpreter::iterator_ended(const Instruction& in) {
  Value result = Value::none();
  if (m_thread.error && m_thread.error->is(loop::ExceptionKind::stop_iteration)) {
    const Ref<loop::Exception> stop = std::move(m_thread.error);
    auto& exception = static_cast<ExceptionObject&>(*stop);
    if (exception.args && !exception.args->empty()) result = (*exception.args)[0];
  }
  m_registers[in.b].reset();
  if (m_thread.error) return Awaited::error;
  m_registers[in.a] = std::move(result);
  return Awaited::done;
}

Interpreter::Awaited Interpreter::raise_in_iterator(const Instruction& in, Value& yielded, StepKind& how) {
  const Value iterator = m_registers[in.b];
  const Ref<loop::Exception> thrown = std::move(m_thread.error);
  if (thrown->is(loop::ExceptionKind::generator_exit)) {
    const Value close = m_vm.find_attr(iterator, "close");
    if (close.is_set()) static_cast<void>(m_vm.call(close, std::span<const Value>()));
    load_frame();
    m_registers[in.b].reset();
    if (!m_thread.error) m_vm.raise(thrown);
    return Awaited::error;
  }
  const Value method = m_vm.find_attr(iterator, "throw");
  if (!method.is_set()) {
    m_registers[in.b].reset();
    if (!m_thread.error) m_vm.raise(thrown);
    return Awaited::error;
  }
  Value item = m_vm.call(method, {Value(thrown)});
  load_frame();
  if (!item.is_set()) return iterator_ended(in);
  yielded = std::move(item);
  how = StepKind::yielded;
  return Awaited::suspended;
}

}  // namespace loopline::script
