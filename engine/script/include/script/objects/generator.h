// Generators, coroutines and asynchronous generators: frames that can be suspended.
#pragma once

#include <string>

#include "loop/coroutine_object.h"
#include "loop/event_loop.h"
#include "script/frame.h"
#include "script/value.h"

namespace loopline::script {

/// A generator or a coroutine. As a CoroutineObject it can be driven by a task.
class Generator : public loop::CoroutineObject {
 public:
  enum class State : std::uint8_t { created, suspended, running, finished };

  /// `kind`: kind::generator, ObjectKind::coroutine or kind::async_generator.
  Generator(loop::ObjectKind kind, Vm& vm, Ref<Frame> frame);

  loop::StepKind step(Value& out) override;
  loop::StepKind send(Value sent, Value& out) override;
  loop::StepKind raise(Ref<loop::Exception> exception, Value& out) override;
  Ref<loop::Exception> close() override;
  std::string name() const override;
  std::string label() const override;

  Vm& vm() const noexcept { return m_vm; }
  /// Null once finished.
  const Ref<Frame>& frame() const noexcept { return m_frame; }
  Code& code() const noexcept { return *m_code; }
  void finish() noexcept;

  State state = State::created;
  Ref<Str> own_name;
  Ref<Str> own_qualname;
  /// Where the whole chain of awaiting frames is suspended: this generator's frame, or that of what it awaits, and so
  /// on.
  Frame* leaf = nullptr;
  /// How many frames that chain has.
  int chain_depth = 1;
  /// The generator that awaits this one.
  Generator* awaited_by = nullptr;
  bool is_iterable_coroutine = false;  // types.coroutine

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;
  void finalize() noexcept override;

 protected:
  void dispose() noexcept override;

 private:
  Vm& m_vm;
  Ref<Frame> m_frame;
  Ref<Code> m_code;
};

/// An asynchronous generator: its values are awaited.
class AsyncGeneratorObject final : public Generator, public loop::AsyncGenerator {
 public:
  AsyncGeneratorObject(Vm& vm, Ref<Frame> frame) : Generator(kind::async_generator, vm, std::move(frame)) {}
  ~AsyncGeneratorObject() override;

  Ref<loop::CoroutineObject> aclose() override;
  Object& object() override { return *this; }

  /// The loop that knows of it: the one in which it was first iterated. Its hooks keep it alive, as CPython's do.
  Ref<loop::EventLoop> iterating_loop;
  bool hooks_done = false;
  bool closed = false;
  /// An anext/asend/athrow of it is in progress: another one is an error.
  bool is_running_async = false;

  void finalize() noexcept override;
  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;
};

/// What `agen.__anext__()`, asend(), athrow() and aclose() return: awaits one value of the generator.
class AsyncGeneratorStep final : public loop::CoroutineObject {
 public:
  enum class Mode : std::uint8_t { send, raise, close };
  AsyncGeneratorStep(Vm& vm, Ref<AsyncGeneratorObject> generator, Mode mode, Value argument);

  loop::StepKind step(Value& out) override { return send(Value::none(), out); }
  loop::StepKind send(Value sent, Value& out) override;
  loop::StepKind raise(Ref<loop::Exception> exception, Value& out) override;
  Ref<loop::Exception> close() override;
  std::string name() const override;

  AsyncGeneratorObject& generator() const noexcept { return *m_generator; }
  Mode mode() const noexcept { return m_mode; }
  const Value& argument() const noexcept { return m_argument; }
  enum class State : std::uint8_t { created, iterating, finished };
  State state = State::created;

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 private:
  loop::StepKind settle(loop::StepKind kind, Value& out);
  loop::StepKind raise_early(Ref<loop::Exception> exception, Value& out);

  Vm& m_vm;
  Ref<AsyncGeneratorObject> m_generator;
  Mode m_mode;
  Value m_argument;
  bool m_value = false;  // the last step gave a value of the generator
};

}  // namespace loopline::script
