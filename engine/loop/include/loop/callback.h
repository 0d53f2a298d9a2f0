// What the loop can be asked to call: callbacks, and the handles that call_soon and call_later return.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "loop/context.h"
#include "loop/exception.h"
#include "loop/instrument.h"
#include "loop/object.h"
#include "loop/time.h"
#include "loop/value.h"

namespace loopline::loop {

class EventLoop;
class Future;

/// Something to call, with the context to call it in. As a done-callback it is given the future that completed.
class Callback : public Container {
 public:
  explicit Callback(ObjectKind kind = ObjectKind::other) noexcept : Container(kind) {}

  /// Returns what it raised, or null. `completed` is null unless it is a done-callback.
  virtual Ref<Exception> call(EventLoop& loop, Future* completed) = 0;
  /// As in FORMAT.md's `cb`: the function's qualified name, or the library's name for it.
  virtual std::string name() const = 0;
  /// "print('x')", for the message "Exception in callback …".
  virtual std::string describe() const { return name() + "()"; }

  const Ref<Context>& context() const noexcept { return m_context; }
  void set_context(Ref<Context> context) noexcept { m_context = std::move(context); }

  void visit(Visitor& visitor) const override { visitor.visit(m_context.get()); }
  void drop_references() noexcept override { m_context = nullptr; }

 private:
  Ref<Context> m_context;
};

/// A C++ function as a callback. What it throws is reported as an exception in a callback. The collector of cycles does
/// not see what the function holds: one that holds objects which may lead back here is a BoundCallback.
class FunctionCallback final : public Callback {
 public:
  using Function = std::function<void(Future* completed)>;
  FunctionCallback(std::string name, Function function) : m_name(std::move(name)), m_function(std::move(function)) {}
  Ref<Exception> call(EventLoop& loop, Future* completed) override;
  std::string name() const override { return m_name; }
  void drop_references() noexcept override;

 private:
  std::string m_name;
  Function m_function;
};

/// A C++ function with the objects it works on, which the collector of cycles sees: see bound_callback().
template <class Function, class... Held>
class BoundCallback final : public Callback {
 public:
  BoundCallback(std::string name, Function function, Ref<Held>... held)
      : m_name(std::move(name)), m_function(std::move(function)), m_held(std::move(held)...) {}

  Ref<Exception> call(EventLoop& /*loop*/, Future* completed) override {
    try {
      std::apply([&](const Ref<Held>&... held) { m_function(completed, held...); }, m_held);
    } catch (...) {
      return current_exception();
    }
    return nullptr;
  }
  std::string name() const override { return m_name; }
  void visit(Visitor& visitor) const override {
    Callback::visit(visitor);
    std::apply([&](const Ref<Held>&... held) { (visitor.visit(held.get()), ...); }, m_held);
  }
  void drop_references() noexcept override {
    Callback::drop_references();
    m_held = {};
  }

 private:
  std::string m_name;
  Function m_function;
  std::tuple<Ref<Held>...> m_held;
};

/// `function(completed, held...)` as a callback.
template <class Function, class... Held>
Ref<Callback> bound_callback(std::string name, Function function, Ref<Held>... held) {
  return make<BoundCallback<Function, Held...>>(std::move(name), std::move(function), std::move(held)...);
}

/// What call_soon returns. Cancelling it drops what it would have called at once.
class Handle : public Container {
 public:
  Handle(EventLoop& loop, Ref<Callback> callback) noexcept;
  ~Handle() override;

  virtual void cancel();
  bool is_cancelled() const noexcept { return m_cancelled; }
  EventLoop& loop() const noexcept { return *m_loop; }
  /// Null once cancelled.
  Callback* callback() const noexcept { return m_callback.get(); }

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;

 protected:
  Handle(ObjectKind kind, EventLoop& loop, Ref<Callback> callback) noexcept;
  friend class EventLoop;

  Ref<EventLoop> m_loop;
  Ref<Callback> m_callback;
  EventNumber m_scheduled_at = 0;
  ObjectId m_id = 0;
  RunKind m_run_kind = RunKind::callback;
  bool m_cancelled = false;
  bool m_ran = false;
};

/// What call_later and call_at return.
class TimerHandle final : public Handle {
 public:
  TimerHandle(EventLoop& loop, Time when, Ref<Callback> callback) noexcept;
  ~TimerHandle() override;

  void cancel() override;
  Time when() const noexcept { return m_when; }

 private:
  friend class EventLoop;
  friend class TimerHeap;
  Time m_when;
  bool m_scheduled = false;
};

}  // namespace loopline::loop
