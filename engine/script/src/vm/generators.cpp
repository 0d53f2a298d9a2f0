// Generators, coroutines and asynchronous generators as objects.
#include "script/objects/generator.h"

#include "interpreter.h"
#include "loop/running_loop.h"
#include "script/vm.h"

namespace loopline::script {

using loop::StepKind;

// ---- Generator ------------------------------------------------------------------------------------------------------

Generator::Generator(loop::ObjectKind object_kind, Vm& vm, Ref<Frame> frame)
    : loop::CoroutineObject(object_kind), m_vm(vm), m_frame(std::move(frame)), m_code(&m_frame->code()) {
  m_frame->generator = this;
  m_frame->escape();
  leaf = m_frame.get();
  const Function* function = m_frame->function();
  own_name = function != nullptr ? function->name : m_code->name;
  own_qualname = function != nullptr ? function->qualname : m_code->qualname;
  is_iterable_coroutine = function != nullptr && function->is_coroutine_marked;
}

namespace {

// What the loop does around a step of a task, in instructions; more where an exception is thrown into it.
constexpr std::uint64_t kStepCost = 40;
constexpr std::uint64_t kThrowCost = 300;

StepKind out_of_budget(Vm& vm, Value& out) {
  out = Value(vm.take_error());
  return StepKind::raised;
}

}  // namespace

StepKind Generator::step(Value& out) {
  if (!m_vm.spend(kStepCost)) return out_of_budget(m_vm, out);
  return m_vm.resume(*this, Value::none(), out);
}
StepKind Generator::send(Value sent, Value& out) { return m_vm.resume(*this, std::move(sent), out); }
StepKind Generator::raise(Ref<loop::Exception> exception, Value& out) {
  if (!m_vm.spend(kThrowCost)) return out_of_budget(m_vm, out);
  return m_vm.resume_raising(*this, std::move(exception), out);
}

Ref<loop::Exception> Generator::close() {
  if (state == State::finished) return nullptr;
  if (state == State::created || m_vm.has_ended()) {
    finish();
    return nullptr;
  }
  Value out;
  const Ref<loop::Exception> exit = m_vm.make_exception(*m_vm.types().generator_exit, std::span<const Value>());
  const StepKind kind = m_vm.resume_raising(*this, exit, out);
  if (kind == StepKind::paused || kind == StepKind::yielded) {
    const char* what = m_code->code_kind == CodeKind::coroutine         ? "coroutine ignored GeneratorExit"
                       : m_code->code_kind == CodeKind::async_generator ? "async generator ignored GeneratorExit"
                                                                        : "generator ignored GeneratorExit";
    return m_vm.make_exception(*m_vm.types().runtime_error, std::string(what));
  }
  if (kind == StepKind::returned) return nullptr;
  Ref<loop::Exception> raised(out.as<loop::Exception>());
  const bool quiet = raised->is(loop::ExceptionKind::generator_exit) || raised->is(loop::ExceptionKind::stop_iteration);
  return quiet ? nullptr : raised;
}

std::string Generator::name() const { return std::string(own_qualname->view()); }

/// The call as a student wrote it: the name and the arguments that the frame still holds.
std::string Generator::label() const {
  std::string text(own_name->view());
  text += "(";
  if (state == State::created && m_frame) {
    for (std::size_t i = 0; i < m_code->positional_count; ++i) {
      const Value& argument = m_frame->registers()[i];
      if (i == 0 && m_code->local_names[0]->view() == "self") continue;
      if (text.back() != '(') text += ", ";
      std::string shown = argument.is_set() ? m_vm.safe_repr(argument) : "…";
      if (shown.size() > 30) shown = shown.substr(0, 28) + "…";
      text += shown;
    }
  }
  return text + ")";
}

void Generator::finish() noexcept {
  state = State::finished;
  leaf = nullptr;
  if (!m_frame) return;
  const Ref<Frame> frame = std::move(m_frame);
  frame->generator = nullptr;
  frame->is_finished = true;
  // A traceback that refers to the frame keeps its variables; else they die now.
}

void Generator::finalize() noexcept {
  if (state == State::finished || state == State::running) return;
  if (state == State::created) {
    if (kind() == loop::ObjectKind::coroutine) m_vm.coroutine_never_awaited(*this);
    return;
  }
  ThreadState& thread = m_vm.thread();
  Ref<loop::Exception> pending = std::move(thread.error);
  if (const Ref<loop::Exception> failure = close()) m_vm.report_unraisable(failure, "", Value(this));
  thread.error = std::move(pending);
}

void Generator::dispose() noexcept {
  if (state != State::finished && (m_flags & kFinalized) == 0) {
    m_flags |= kFinalized;
    m_references = 1;
    finalize();
    if (--m_references > 0) return;
  }
  if (m_frame) {
    m_frame->generator = nullptr;
    const Ref<Frame> frame = std::move(m_frame);
  }
  delete this;
}

void Generator::visit(Visitor& visitor) const {
  visitor.visit(m_frame.get());
  visitor.visit(m_code.get());
}

void Generator::drop_references() noexcept {
  state = State::finished;
  leaf = nullptr;
  if (m_frame) {
    m_frame->generator = nullptr;
    const Ref<Frame> frame = std::move(m_frame);
    frame->drop_references();
  }
}

// ---- driving --------------------------------------------------------------------------------------------------------

namespace {

StepKind raise_into(Value& out, const Ref<loop::Exception>& exception) {
  out = exception;
  return StepKind::raised;
}

const char* running_message(const Generator& generator) {
  switch (generator.code().code_kind) {
    case CodeKind::coroutine: return "coroutine already executing";
    case CodeKind::async_generator: return "async generator already executing";
    default: return "generator already executing";
  }
}

}  // namespace

StepKind Vm::resume(Generator& generator, Value sent, Value& out) {
  switch (generator.state) {
    case Generator::State::running:
      return raise_into(out, make_exception(*m_types->value_error, running_message(generator)));
    case Generator::State::finished:
      if (generator.kind() == loop::ObjectKind::coroutine) {
        return raise_into(out, make_exception(*m_types->runtime_error, "cannot reuse already awaited coroutine"));
      }
      out = Value::none();
      return StepKind::returned;
    case Generator::State::created:
      if (!sent.is_none()) {
        const char* what = generator.code().code_kind == CodeKind::coroutine         ? "coroutine"
                           : generator.code().code_kind == CodeKind::async_generator ? "async generator"
                                                                                     : "generator";
        return raise_into(out, make_exception(*m_types->type_error,
                                              std::string("can't send non-None value to a just-started ") + what));
      }
      break;
    case Generator::State::suspended: break;
  }
  if (generator.awaited_by != nullptr) {
    return raise_into(out, make_exception(*m_types->runtime_error, "coroutine is being awaited already"));
  }
  return Interpreter(*this, thread()).run_generator(generator, std::move(sent), out);
}

StepKind Vm::resume_raising(Generator& generator, Ref<loop::Exception> exception, Value& out) {
  switch (generator.state) {
    case Generator::State::running:
      return raise_into(out, make_exception(*m_types->value_error, running_message(generator)));
    case Generator::State::finished:
      if (generator.kind() == loop::ObjectKind::coroutine) {
        return raise_into(out, make_exception(*m_types->runtime_error, "cannot reuse already awaited coroutine"));
      }
      return raise_into(out, exception);
    default: break;
  }
  thread().error = std::move(exception);
  return Interpreter(*this, thread()).run_generator(generator, Value::none(), out);
}

Value Vm::make_generator(Ref<Frame> frame) {
  switch (frame->code().code_kind) {
    case CodeKind::coroutine: return make<Generator>(loop::ObjectKind::coroutine, *this, std::move(frame));
    case CodeKind::async_generator: return make<AsyncGeneratorObject>(*this, std::move(frame));
    default: return make<Generator>(kind::generator, *this, std::move(frame));
  }
}

void Vm::coroutine_never_awaited(const loop::CoroutineObject& coroutine) {
  if (m_runtime == nullptr) return;
  if (loop::Instrument* instrument = m_runtime->instrument(); instrument != nullptr) {
    instrument->warned(loop::WarningKind::never_awaited, 0, coroutine.name());
  }
  host().never_awaited(coroutine);
}

Ref<loop::CoroutineObject> Vm::as_coroutine(const Value& awaitable) {
  if (awaitable.is_object(loop::ObjectKind::coroutine) || awaitable.is_object(kind::generator)) {
    return Ref<loop::CoroutineObject>(static_cast<loop::CoroutineObject*>(awaitable.as_object()));
  }
  bool found = false;
  Value iterator = call_special(awaitable, Special::await, {}, found);
  if (!found) {
    if (!has_error()) type_error("An asyncio.Future, a coroutine or an awaitable is required");
    return nullptr;
  }
  if (!iterator.is_set()) return nullptr;
  return make_awaitable_wrapper(std::move(iterator));
}

// ---- asynchronous generators ----------------------------------------------------------------------------------------

Ref<loop::CoroutineObject> AsyncGeneratorObject::aclose() {
  return make<AsyncGeneratorStep>(vm(), Ref<AsyncGeneratorObject>(this), AsyncGeneratorStep::Mode::close, Value());
}

AsyncGeneratorObject::~AsyncGeneratorObject() {
  if (iterating_loop) iterating_loop->asyncgen_forgotten(*this);
}

void AsyncGeneratorObject::finalize() noexcept {
  const Ref<loop::EventLoop> target = std::move(iterating_loop);
  if (target && state == State::suspended && !closed) {
    target->asyncgen_dropped(*this);  // the loop closes it, in a task of its own
    return;
  }
  if (target) target->asyncgen_forgotten(*this);
  if (state == State::suspended) Generator::finalize();
}

void AsyncGeneratorObject::visit(Visitor& visitor) const {
  Generator::visit(visitor);
  visitor.visit(iterating_loop.get());
}

void AsyncGeneratorObject::drop_references() noexcept {
  Generator::drop_references();
  if (const Ref<loop::EventLoop> target = std::move(iterating_loop)) target->asyncgen_forgotten(*this);
}

AsyncGeneratorStep::AsyncGeneratorStep(Vm& vm, Ref<AsyncGeneratorObject> generator, Mode mode, Value argument)
    : m_vm(vm), m_generator(std::move(generator)), m_mode(mode), m_argument(std::move(argument)) {
  constexpr std::int64_t kMakingCost = 30;  // instructions
  m_vm.budget() -= kMakingCost;
  // The loop that runs now is told of a generator the first time it is asked for a value.
  if (m_generator->hooks_done) return;
  m_generator->hooks_done = true;
  loop::EventLoop* running = m_vm.runtime().threads.current().running_loop;
  if (running == nullptr) return;
  m_generator->iterating_loop = Ref<loop::EventLoop>(running);
  running->asyncgen_started(*m_generator);
}

std::string AsyncGeneratorStep::name() const {
  switch (m_mode) {
    case Mode::send: return "anext";
    case Mode::raise: return "athrow";
    case Mode::close: return "aclose";
  }
  return {};
}

StepKind AsyncGeneratorStep::send(Value sent, Value& out) {
  Types& types = m_vm.types();
  if (state == State::finished) {
    return raise_into(
        out, m_vm.make_exception(*types.runtime_error, m_mode == Mode::send
                                                           ? "cannot reuse already awaited __anext__()/asend()"
                                                           : "cannot reuse already awaited aclose()/athrow()"));
  }
  if (state == State::created) {
    if (m_generator->is_running_async) {
      state = State::finished;
      const char* what = m_mode == Mode::send    ? "anext(): asynchronous generator is already running"
                         : m_mode == Mode::close ? "aclose(): asynchronous generator is already running"
                                                 : "athrow(): asynchronous generator is already running";
      return raise_into(out, m_vm.make_exception(*types.runtime_error, std::string(what)));
    }
    const bool over = m_generator->closed || m_generator->state == Generator::State::finished;
    if (over) {
      state = State::finished;
      if (m_mode == Mode::close) {
        out = Value::none();
        return StepKind::returned;
      }
      return raise_into(out, m_vm.make_exception(*types.stop_async_iteration, std::span<const Value>()));
    }
    state = State::iterating;
    m_generator->is_running_async = true;
    if (m_mode == Mode::send) {
      const StepKind kind =
          m_vm.resume_async(*m_generator, m_argument.is_set() ? m_argument : Value::none(), nullptr, out, m_value);
      return settle(kind, out);
    }
    if (m_mode == Mode::close) {
      m_generator->closed = true;
      if (m_generator->state == Generator::State::created) {
        // Nothing of it has run: there is nothing to clean up.
        m_generator->finish();
        return settle(raise_into(out, m_vm.make_exception(*types.generator_exit, std::span<const Value>())), out);
      }
    }
    Ref<loop::Exception> thrown =
        m_mode == Mode::close
            ? Ref<loop::Exception>(m_vm.make_exception(*types.generator_exit, std::span<const Value>()))
            : Ref<loop::Exception>(m_argument.as<loop::Exception>());
    const StepKind kind = m_vm.resume_async(*m_generator, Value::none(), std::move(thrown), out, m_value);
    return settle(kind, out);
  }
  const StepKind kind = m_vm.resume_async(*m_generator, std::move(sent), nullptr, out, m_value);
  return settle(kind, out);
}

StepKind AsyncGeneratorStep::raise(Ref<loop::Exception> exception, Value& out) {
  if (state == State::finished) {
    return raise_into(
        out, m_vm.make_exception(*m_vm.types().runtime_error, "cannot reuse already awaited __anext__()/asend()"));
  }
  if (state == State::created && m_mode != Mode::send) return raise_early(std::move(exception), out);
  if (state == State::created) {
    state = State::iterating;
    m_generator->is_running_async = true;
  }
  const StepKind kind = m_vm.resume_async(*m_generator, Value::none(), std::move(exception), out, m_value);
  return settle(kind, out);
}

/// An aclose() or athrow() that is interrupted before its first step, as when its task is cancelled at once: the
/// exception goes to the generator, and CPython 3.11 does not count that as having begun. If the generator waits then,
/// the next step closes it after all.
StepKind AsyncGeneratorStep::raise_early(Ref<loop::Exception> exception, Value& out) {
  const StepKind kind = m_vm.resume_async(*m_generator, Value::none(), std::move(exception), out, m_value);
  if (std::exchange(m_value, false)) {
    if (m_mode != Mode::close) return StepKind::returned;
    state = State::finished;
    return raise_into(out, m_vm.make_exception(*m_vm.types().runtime_error, "async generator ignored GeneratorExit"));
  }
  if (kind == StepKind::returned) {
    static_cast<void>(
        raise_into(out, m_vm.make_exception(*m_vm.types().stop_async_iteration, std::span<const Value>())));
  } else if (kind != StepKind::raised) {
    return kind;
  }
  const auto& raised = *out.as<loop::Exception>();
  const bool quiet =
      raised.is(loop::ExceptionKind::stop_async_iteration) || raised.is(loop::ExceptionKind::generator_exit);
  if (!quiet) return StepKind::raised;
  m_generator->closed = true;
  if (m_mode != Mode::close) return StepKind::raised;
  out = Value::none();
  return StepKind::returned;
}

/// What a step of the generator means for the one who awaits it.
StepKind AsyncGeneratorStep::settle(StepKind kind, Value& out) {
  Types& types = m_vm.types();
  const bool is_value = std::exchange(m_value, false);
  if ((kind == StepKind::yielded || kind == StepKind::paused) && !is_value)
    return kind;  // an await inside goes through
  state = State::finished;
  m_generator->is_running_async = false;
  if (is_value) {
    if (m_mode == Mode::close) {
      return raise_into(out, m_vm.make_exception(*types.runtime_error, "async generator ignored GeneratorExit"));
    }
    return StepKind::returned;  // the value is what is awaited
  }
  if (kind == StepKind::returned) {
    m_generator->closed = true;
    if (m_mode == Mode::close) {
      out = Value::none();
      return StepKind::returned;
    }
    return raise_into(out, m_vm.make_exception(*types.stop_async_iteration, std::span<const Value>()));
  }
  m_generator->closed = true;
  const auto& raised = *out.as<loop::Exception>();
  const bool quiet =
      raised.is(loop::ExceptionKind::stop_async_iteration) || raised.is(loop::ExceptionKind::generator_exit);
  if (m_mode == Mode::close && quiet) {
    out = Value::none();
    return StepKind::returned;
  }
  return StepKind::raised;
}

StepKind Vm::resume_async(AsyncGeneratorObject& generator, Value sent, Ref<loop::Exception> exception, Value& out,
                          bool& is_value) {
  if (generator.state == Generator::State::running) {
    return raise_into(out, make_exception(*m_types->value_error, "async generator already executing"));
  }
  if (generator.state == Generator::State::created && !sent.is_none()) {
    return raise_into(
        out, make_exception(*m_types->type_error, "can't send non-None value to a just-started async generator"));
  }
  if (exception) thread().error = std::move(exception);
  Interpreter interpreter(*this, thread());
  const StepKind kind = interpreter.run_generator(generator, std::move(sent), out);
  is_value = kind == StepKind::yielded && interpreter.left_by_async_yield();
  return kind;
}

Ref<loop::Exception> AsyncGeneratorStep::close() {
  if (state != State::iterating) {
    state = State::finished;
    return nullptr;
  }
  Value out;
  const StepKind kind = raise(m_vm.make_exception(*m_vm.types().generator_exit, std::span<const Value>()), out);
  if (kind == StepKind::raised) {
    Ref<loop::Exception> raised(out.as<loop::Exception>());
    const bool quiet =
        raised->is(loop::ExceptionKind::generator_exit) || raised->is(loop::ExceptionKind::stop_async_iteration);
    return quiet ? nullptr : raised;
  }
  return nullptr;
}

void AsyncGeneratorStep::visit(Visitor& visitor) const {
  visitor.visit(m_generator.get());
  visit_value(visitor, m_argument);
}

void AsyncGeneratorStep::drop_references() noexcept { m_argument.reset(); }

}  // namespace loopline::script
