// Native coroutines: C++20 functions that return Coroutine<T> and co_await what asyncio's coroutines await.
//
//     Coroutine<int> answer(EventLoop& loop) {
//       co_await sleep(loop, 1s);
//       co_return 42;
//     }
//
// A Coroutine is lazy: nothing runs until it is awaited or given to a task. Awaiting one coroutine in another is a
// plain call: no turn of the loop passes. What can be awaited: Coroutine<T>, Ref<Future>, TaskOf<T>, yield_once(),
// sleep(), and any CoroutineObject (a script's).
//
// The promise of the coroutine is itself the counted CoroutineObject, so a coroutine costs one allocation: its frame.
#pragma once

#include <coroutine>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include "loop/coroutine_object.h"
#include "loop/future.h"
#include "loop/runtime.h"

namespace loopline::loop {

class FrameBase;

/// A counted reference that a frame holds where the cycle collector can see it: a parameter of type Held<T>, or a local
/// made with `co_await hold(object)`. Library coroutines use it; others may, and then their cycles are found too.
class HeldLink {
 public:
  HeldLink() noexcept = default;
  HeldLink(const HeldLink&) = delete;
  HeldLink& operator=(const HeldLink&) = delete;

 protected:
  friend class FrameBase;
  ~HeldLink() { unlink(); }
  void unlink() noexcept;

  Object* m_object = nullptr;
  FrameBase* m_frame = nullptr;
  HeldLink* m_next = nullptr;
};

template <class T>
class Held final : public HeldLink {
 public:
  explicit Held(Ref<T> ref) noexcept : Held(ref.detach()) {}
  Held(Ref<T> ref, FrameBase& frame) noexcept;
  Held(Held&& other) noexcept { m_object = std::exchange(other.m_object, nullptr); }
  ~Held() {
    if (m_object != nullptr) m_object->release();
  }
  T* get() const noexcept { return static_cast<T*>(m_object); }
  T* operator->() const noexcept { return get(); }
  T& operator*() const noexcept { return *get(); }
  Ref<T> ref() const noexcept { return Ref<T>(get()); }

 private:
  explicit Held(T* object) noexcept { m_object = object; }
};

/// What every frame has, whatever its result.
///
/// A chain of frames that await each other is driven through its root; the frame that is suspended is its leaf. Only
/// the root is known outside, so for the collector of cycles it stands for the whole chain. What only few chains need
/// (names, values sent, exceptions raised, delegates) is made when it is needed.
class FrameBase : public CoroutineObject {
 public:
  static void* operator new(std::size_t bytes) { return Memory::current().allocate<Memory::Use::frame>(bytes); }
  static void operator delete(void* block, std::size_t bytes) noexcept {
    Memory::current().deallocate<Memory::Use::frame>(block, bytes);
  }
  ~FrameBase() override;

  StepKind step(Value& out) final {
    if (!can_advance()) [[unlikely]]
      return step_slowly(out);
    return settle(advance(), out);
  }
  StepKind send(Value sent, Value& out) final;
  StepKind raise(Ref<Exception> exception, Value& out) final;
  Ref<Exception> close() final;
  FrameBase* native_frame() noexcept final { return this; }
  std::string name() const override;

  /// Names it for traces and for the warning that it was never awaited. `name` is a literal.
  void set_name(const char* name, Runtime& runtime);
  bool has_started() const noexcept { return phase() != Phase::created; }
  bool is_finished() const noexcept { return phase() == Phase::finished; }
  bool is_running() const noexcept { return phase() == Phase::running; }

  void visit(Visitor& visitor) const override;
  void drop_references() noexcept override;
  void finalize() noexcept override;

  // The parts of step(), for the task that drives the frame.
  /// It is suspended or new, and nothing runs in its place.
  bool can_advance() const noexcept { return phase() <= Phase::suspended; }
  /// Runs the chain until it is suspended or ends, and says how. can_advance() must hold.
  StepKind advance() { return resume_with(nullptr); }
  /// After StepKind::yielded: the future that is awaited, or null if something runs in the frame's place.
  Future* awaited() const noexcept { return m_pending != this ? static_cast<Future*>(m_pending) : nullptr; }
  /// Gives out what belongs to the way in which advance() ended.
  StepKind settle(StepKind kind, Value& out);

  // For awaiters.
  /// Suspends the whole chain at this frame, yielding `future` to whoever drives the root. The awaiter keeps it alive
  /// with one reference until the frame is resumed.
  void suspend(Future& future) noexcept {
    m_root->m_link = this;
    m_root->m_pending = &future;
  }
  /// The same with a bare yield.
  void pause() noexcept { m_root->m_link = this; }
  /// Throws what was raised into the chain at its suspension, if anything was.
  void throw_injected() {
    if (m_root->m_pending != nullptr) [[unlikely]]
      m_root->take_exception()->rethrow();
  }
  /// Lets another coroutine object run in place of this frame until it ends. True if it ended at once; its result is
  /// then what take_sent() gives, or has been injected.
  bool delegate_to(Ref<CoroutineObject> delegate);
  Value take_sent() noexcept { return std::exchange(m_root->m_rare->sent, Value()); }
  void start_under(FrameBase& parent) noexcept {
    m_root = parent.m_root;
    m_link = &parent;
    set_phase(Phase::awaited);
  }
  /// Of any frame: the promise, whose base this is, lies behind the two pointers with which a frame begins.
  std::coroutine_handle<> handle() noexcept { return std::coroutine_handle<FrameBase>::from_promise(*this); }
  void rethrow_error() {
    if (m_pending != nullptr) [[unlikely]]
      take_exception()->rethrow();
  }
  void link(HeldLink& held) noexcept {
    held.m_frame = this;
    held.m_next = m_held;
    m_held = &held;
  }
  void unlink(HeldLink& held) noexcept;
  /// From now on it may be referred to from outside its chain.
  void become_object() noexcept { link_to_memory(); }

 protected:
  FrameBase() noexcept : CoroutineObject(ObjectKind::coroutine, Unlinked{}), m_root(this), m_link(this) {
    m_flags |= kNativeFrame;
  }
  void dispose() noexcept override;
  virtual Value take_result() = 0;
  /// Where control goes when the frame ends: to the frame that awaits it, or out of advance().
  std::coroutine_handle<> finish() noexcept {
    set_phase(Phase::finished);
    if (m_root != this) return m_link->handle();
    return std::noop_coroutine();
  }
  void keep_exception() noexcept;
  template <class... Args>
  void link_parameters(Args&... args) noexcept {
    (link_parameter(args), ...);
  }

 private:
  enum class Phase : std::uint8_t {
    created,  // these two can be advanced
    suspended,
    delegating,  ///< suspended in a coroutine object that runs in its place
    running,
    awaited,  ///< part of another frame's chain
    finished,
  };
  // m_small holds the phase.
  Phase phase() const noexcept { return static_cast<Phase>(m_small); }
  void set_phase(Phase phase) noexcept { m_small = static_cast<std::uint8_t>(phase); }

  struct Rare {
    static void* operator new(std::size_t bytes) { return Memory::current().allocate(bytes); }
    static void operator delete(void* block, std::size_t bytes) noexcept { Memory::current().deallocate(block, bytes); }
    const char* name = nullptr;
    Runtime* runtime = nullptr;
    Value yielded;  // by the delegate
    Value sent;
    Ref<CoroutineObject> delegate;
  };

  template <class A>
  void link_parameter(A& argument) noexcept {
    if constexpr (std::is_base_of_v<HeldLink, A>) link(argument);
  }
  Rare& rare() {
    if (m_rare == nullptr) m_rare = std::make_unique<Rare>();
    return *m_rare;
  }
  /// What the chain raised in its end, or what is to be raised where it is suspended.
  Ref<Exception> take_exception() noexcept {
    return Ref<Exception>::adopt(static_cast<Exception*>(std::exchange(m_pending, nullptr)));
  }
  StepKind resume(Value& out, Ref<Exception> injected = nullptr) { return settle(resume_with(injected.detach()), out); }
  StepKind resume_with(Exception* injected) {
    set_phase(Phase::running);
    m_pending = injected;
    m_link->handle().resume();
    if (phase() != Phase::running) return m_pending == nullptr ? StepKind::returned : StepKind::raised;
    set_phase(Phase::suspended);
    return m_pending == nullptr ? StepKind::paused : StepKind::yielded;
  }
  StepKind step_slowly(Value& out);
  StepKind settle_delegate(StepKind kind, Value& out);
  StepKind refuse(Value& out) const;
  Ref<Exception> make_error(ExceptionKind kind, const char* message) const;

  FrameBase* m_root;  // the frame that is driven; itself unless another frame awaits it
  FrameBase* m_link;  // in a root: the leaf; else the frame that awaits this one
  /// In a suspended root: the future that is awaited, null after a bare yield, itself if a delegate was suspended. In a
  /// root that is resumed: the exception to raise where it was suspended, counted. In a frame that has finished: the
  /// exception it raised, counted.
  Object* m_pending = nullptr;
  HeldLink* m_held = nullptr;
  std::unique_ptr<Rare> m_rare;  // in a root
};

inline void HeldLink::unlink() noexcept {
  if (m_frame != nullptr) m_frame->unlink(*this);
}

template <class T>
Held<T>::Held(Ref<T> ref, FrameBase& frame) noexcept : Held(ref.detach()) {
  frame.link(*this);
}

template <class T>
class Coroutine;

/// "cannot reuse already awaited coroutine"
[[noreturn]] void throw_reused();

/// The parts of a frame that do not depend on its result.
template <class Derived>
class FrameOf : public FrameBase {
 public:
  std::suspend_always initial_suspend() noexcept { return {}; }
  auto final_suspend() noexcept {
    struct Final {
      bool await_ready() noexcept { return false; }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<Derived> handle) noexcept {
        return static_cast<FrameOf&>(handle.promise()).finish();
      }
      void await_resume() noexcept {}
    };
    return Final{};
  }
  void unhandled_exception() noexcept { keep_exception(); }

 private:
  friend Derived;
  template <class... Args>
  explicit FrameOf(Args&... args) noexcept {
    static_assert(alignof(Derived) <= 2 * alignof(void*), "FrameBase::handle() takes no padding into account");
    link_parameters(args...);
  }
};

/// A frame with a result of type T.
template <class T>
class Frame final : public FrameOf<Frame<T>> {
 public:
  template <class... Args>
  explicit Frame(Args&... args) noexcept : FrameOf<Frame<T>>(args...) {}
  Coroutine<T> get_return_object() noexcept;
  template <class U>
  requires std::is_convertible_v<U&&, T>
  void return_value(U&& value) { m_result.emplace(std::forward<U>(value)); }
  T move_result() { return std::move(*m_result); }
  void visit(Visitor& visitor) const override {
    FrameBase::visit(visitor);
    if constexpr (std::is_same_v<T, Value>) {
      if (m_result && m_result->is_object()) visitor.visit(m_result->as_object());
    }
  }

 private:
  Value take_result() override { return to_value(std::move(*m_result)); }
  std::optional<T> m_result;
};

template <>
class Frame<void> final : public FrameOf<Frame<void>> {
 public:
  template <class... Args>
  explicit Frame(Args&... args) noexcept : FrameOf<Frame<void>>(args...) {}
  Coroutine<void> get_return_object() noexcept;
  void return_void() noexcept {}
  void move_result() noexcept {}

 private:
  Value take_result() override { return Value::none(); }
};

/// Runs another native coroutine in place of the one that awaits it, until it ends.
template <class T>
class CoroutineAwaiter {
 public:
  explicit CoroutineAwaiter(Ref<Frame<T>> awaited) noexcept : m_frame(std::move(awaited)) {}
  CoroutineAwaiter(const CoroutineAwaiter&) = delete;
  CoroutineAwaiter& operator=(const CoroutineAwaiter&) = delete;
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> awaiting) noexcept {
    m_frame->start_under(awaiting.promise());
    return m_frame->handle();
  }
  T await_resume() {
    m_frame->rethrow_error();
    return m_frame->move_result();
  }

 private:
  Ref<Frame<T>> m_frame;
};

/// Owns a frame. Move it into a task, or `co_await` it as a temporary.
template <class T = void>
class [[nodiscard]] Coroutine {
 public:
  using promise_type = Frame<T>;

  explicit Coroutine(Ref<Frame<T>> frame) noexcept : m_frame(std::move(frame)) {}
  Coroutine(Coroutine&&) noexcept = default;
  Coroutine& operator=(Coroutine&&) noexcept = default;
  Coroutine(const Coroutine&) = delete;
  Coroutine& operator=(const Coroutine&) = delete;

  Coroutine named(const char* name, Runtime& runtime) && {
    m_frame->set_name(name, runtime);
    return std::move(*this);
  }
  Ref<CoroutineObject> object() && {
    if (!m_frame) throw_reused();
    m_frame->become_object();
    return std::move(m_frame);
  }
  CoroutineAwaiter<T> operator co_await() && {
    if (!m_frame) [[unlikely]]
      throw_reused();
    return CoroutineAwaiter<T>(std::move(m_frame));
  }

 private:
  Ref<Frame<T>> m_frame;
};

template <class T>
Coroutine<T> Frame<T>::get_return_object() noexcept {
  return Coroutine<T>(Ref<Frame<T>>(this));
}
inline Coroutine<void> Frame<void>::get_return_object() noexcept { return Coroutine<void>(Ref<Frame<void>>(this)); }

/// Awaits a future: suspends until it is done, then gives its result or throws.
class FutureAwaiter {
 public:
  explicit FutureAwaiter(Ref<Future> future) noexcept : m_future(std::move(future)) {}
  FutureAwaiter(const FutureAwaiter&) = delete;
  FutureAwaiter& operator=(const FutureAwaiter&) = delete;
  bool await_ready() const noexcept { return m_future->is_done(); }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> awaiting) {
    m_frame = &awaiting.promise();
    m_future->set_awaited(true);
    m_frame->suspend(*m_future);
  }
  Value await_resume() {
    if (m_frame != nullptr) m_frame->throw_injected();
    return m_future->result_or_throw();
  }

 private:
  Ref<Future> m_future;
  FrameBase* m_frame = nullptr;
};

inline FutureAwaiter operator co_await(Ref<Future> future) noexcept { return FutureAwaiter(std::move(future)); }

/// `await sleep(0)`: the task runs again in the next turn.
struct YieldOnce {
  FrameBase* frame = nullptr;
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> awaiting) {
    frame = &awaiting.promise();
    frame->pause();
  }
  void await_resume() { frame->throw_injected(); }
};
inline YieldOnce yield_once() noexcept { return {}; }

/// Awaits any coroutine object, for instance a script's.
class DelegateAwaiter {
 public:
  explicit DelegateAwaiter(Ref<CoroutineObject> coroutine) noexcept : m_coroutine(std::move(coroutine)) {}
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  bool await_suspend(std::coroutine_handle<Promise> awaiting) {
    m_frame = &awaiting.promise();
    return !m_frame->delegate_to(std::move(m_coroutine));
  }
  Value await_resume() {
    m_frame->throw_injected();
    return m_frame->take_sent();
  }

 private:
  Ref<CoroutineObject> m_coroutine;
  FrameBase* m_frame = nullptr;
};
inline DelegateAwaiter operator co_await(Ref<CoroutineObject> coroutine) noexcept {
  return DelegateAwaiter(std::move(coroutine));
}

/// `auto future = co_await hold(loop.create_future());` A local that the cycle collector sees; does not suspend.
template <class T>
class Hold {
 public:
  explicit Hold(Ref<T> ref) noexcept : m_ref(std::move(ref)) {}
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  bool await_suspend(std::coroutine_handle<Promise> awaiting) noexcept {
    m_frame = &awaiting.promise();
    return false;
  }
  Held<T> await_resume() noexcept { return Held<T>(std::move(m_ref), *m_frame); }

 private:
  Ref<T> m_ref;
  FrameBase* m_frame = nullptr;
};
template <class T>
Hold<T> hold(Ref<T> ref) noexcept {
  return Hold<T>(std::move(ref));
}

}  // namespace loopline::loop
