// _greenlet: stacks that a program switches between by hand. greenlet.py builds on it, and gevent on that.
#include <functional>
#include <map>
#include <set>

#include "../builtins/builtin_class.h"
#include "../builtins/common.h"
#include "greenlet.h"
#include "loop/event_loop.h"
#include "modules.h"
#include "script/module_registry.h"

namespace loopline::script {

namespace {

using loop::VirtualThread;
using loop::VirtualThreads;
using loop::Wake;

/// One greenlet's stack: of the host itself, or one that was made to run a function. Exactly one stack of a host runs;
/// all others stand in go().
class Stack final : public NativeObject {
 public:
  Stack(Ref<Class> cls, Value function, std::string name)
      : NativeObject(std::move(cls)), m_function(std::move(function)), m_name(std::move(name)) {}

  /// The stack of a thread: the one it was made for, or a new one for the thread itself.
  static Stack& of(VirtualThread& thread, Class& cls) {
    if (!thread.stack) {
      Ref<Stack> made = make<Stack>(Ref<Class>(&cls), Value::none(), std::string());
      made->m_thread = &thread;
      thread.stack = made;
    }
    return static_cast<Stack&>(*thread.stack);
  }

  /// The thread behind it, made when it is first needed. Null after raising.
  VirtualThread* thread(Vm& vm) {
    if (m_thread != nullptr || m_done) return m_thread;
    VirtualThreads& threads = vm.runtime().threads;
    if (!threads.can_start()) return vm.runtime_error("can't start new greenlet: too many are alive"), nullptr;
    constexpr std::int64_t kStackCost = 10'000;  // instructions
    vm.budget() -= kStackCost;
    const Ref<Stack> keep(this);
    m_thread = &threads.add_greenlet(m_name, [&vm, keep] { keep->run(vm); });
    m_thread->stack = keep;
    m_thread->is_hub = is_hub;
    return m_thread;
  }
  bool is_started() const noexcept { return m_thread != nullptr; }
  bool is_done() const noexcept { return m_done; }

  /// What whoever is switched to finds: a value, or an exception to raise there.
  void give(Value value, Ref<loop::Exception> error) {
    m_value = std::move(value);
    m_error = std::move(error);
  }
  Value take(Vm& vm) {
    if (m_error) return vm.raise(std::exchange(m_error, nullptr));
    return std::exchange(m_value, Value::none());
  }

  void visit(Visitor& visitor) const override {
    NativeObject::visit(visitor);
    for (const Value* value : {&m_function, &m_value, &owner}) visit_value(visitor, *value);
    visitor.visit(m_error.get());
    visitor.visit(next.get());
  }
  void drop_references() noexcept override {
    NativeObject::drop_references();
    m_function = m_value = owner = Value::none();
    m_error = nullptr;
    next = nullptr;
  }

  /// What somebody threw at it while it was blocked in native code; null: nothing.
  Ref<loop::Exception> take_error() noexcept { return std::exchange(m_error, nullptr); }

  Value owner = Value::none();  ///< the greenlet.greenlet
  Ref<Stack> next;              ///< where to go on when the function has returned or raised
  bool is_hub = false;

 private:
  void run(Vm& vm) {
    Value function = std::exchange(m_function, Value::none());
    const Value result = vm.call(function, std::span<const Value>());
    Ref<loop::Exception> raised = result.is_set() ? nullptr : vm.take_error();
    function.reset();
    m_done = true;
    owner = Value::none();
    const Ref<Stack> heir = std::exchange(next, nullptr);
    if (!heir || vm.runtime().threads.has_ended()) return;
    VirtualThread* thread = heir->thread(vm);
    if (thread == nullptr) return;
    heir->give(result.is_set() ? result : Value::none(), std::move(raised));
    vm.runtime().threads.set_successor(*thread);
  }

  Value m_function;
  std::string m_name;
  VirtualThread* m_thread = nullptr;
  Value m_value = Value::none();
  Ref<loop::Exception> m_error;
  bool m_done = false;
};

Stack& self_stack(const Value& self) { return static_cast<Stack&>(*Vm::core(self).as<NativeObject>()); }

Value stack_new(Vm& vm, Arguments args) {
  if (!vm.is_callable(args[1])) return vm.type_error("a function is required");
  const Str* name = as_str(args[2]);
  Class& cls = builtin_class(args[0]);
  return vm.finish_new(args[0], cls,
                       make<Stack>(Ref<Class>(&cls), args[1], name != nullptr ? std::string(name->view()) : ""));
}

Value current_stack(Vm& vm, Arguments args) {
  return Value(&Stack::of(vm.runtime().threads.current(), *as_class(args[0])));
}

/// go(value=None, error=None): the same in the other stack's go(); returns when somebody comes back.
Value stack_go(Vm& vm, Arguments args) {
  VirtualThreads& threads = vm.runtime().threads;
  const Ref<Stack> me(&Stack::of(threads.current(), self_stack(args[0]).cls()));
  const Ref<Stack> other(&self_stack(args[0]));
  if (other->is_done()) return vm.runtime_error("the stack has ended");
  Ref<loop::Exception> error;
  if (!args[2].is_none()) {
    ExceptionObject* exception = as_exception(args[2]);
    if (exception == nullptr) return vm.type_error("exceptions must derive from BaseException");
    error = Ref<loop::Exception>(exception);
  }
  VirtualThread* thread = other->thread(vm);
  if (thread == nullptr) return {};
  if (&thread->host() != &threads.current().host()) return vm.runtime_error("cannot switch to a different thread");
  constexpr std::uint64_t kSwitchCost = 200;  // instructions
  if (!vm.spend(kSwitchCost)) return {};
  other->give(args[1], std::move(error));
  if (threads.switch_to(*thread) == Wake::ended) {
    vm.check_interrupts();
    return {};
  }
  return me->take(vm);
}

/// What was given with the switch that started it.
Value stack_take(Vm& vm, Arguments args) { return self_stack(args[0]).take(vm); }

Value stack_set_name(Vm& vm, Arguments args) {
  const Str* name = as_str(args[1]);
  VirtualThread* thread = self_stack(args[0]).thread(vm);
  if (name != nullptr && thread != nullptr) thread->set_name(std::string(name->view()));
  return Value::none();
}

Value get_owner(Vm& /*vm*/, Arguments args) { return self_stack(args[0]).owner; }
Value set_owner(Vm& /*vm*/, Arguments args) {
  self_stack(args[0]).owner = args[1];
  return Value::none();
}
/// set_next(stack): where control goes when the function ends.
Value set_next(Vm& /*vm*/, Arguments args) {
  self_stack(args[0]).next = Ref<Stack>(&self_stack(args[1]));
  return Value::none();
}
Value mark_hub(Vm& /*vm*/, Arguments args) {
  self_stack(args[0]).is_hub = true;
  return Value::none();
}
Value is_started(Vm& /*vm*/, Arguments args) { return Value(self_stack(args[0]).is_started()); }
Value is_done(Vm& /*vm*/, Arguments args) { return Value(self_stack(args[0]).is_done()); }

constexpr NativeDefinition kStack[] = {
    {"__new__", "cls, function, name=None, /", stack_new},
    {"go", "self, value=None, error=None, /", stack_go},
    {"take", "self, /", stack_take},
    {"set_name", "self, name, /", stack_set_name},
    {"set_owner", "self, owner, /", set_owner},
    {"set_next", "self, stack, /", set_next},
    {"mark_hub", "self, /", mark_hub},
};
constexpr NativeDefinition kStackClass[] = {{"current", "cls, /", current_stack}};
constexpr NativeDefinition kStackGetters[] = {
    {"owner", "self, /", get_owner},
    {"started", "self, /", is_started},
    {"done", "self, /", is_done},
};

// ---- blocking made cooperative -----------------------------------------------------------------------------------

/// What blocks in native code (a loop's select, a lock) goes to the hub, which comes back when it is over.
class ThroughHub final : public loop::Cooperation {
 public:
  ThroughHub(Vm& vm, Ref<loop::EventLoop> loop, Ref<Stack> hub)
      : m_vm(vm), m_loop(std::move(loop)), m_hub(std::move(hub)) {}

  bool selects = false, locks = false, others = false;

  std::set<const VirtualThread*> eager;  // in call_cooperatively(): whatever they block in

  bool covers(loop::Blocking blocking) const noexcept override {
    if (!eager.empty() && eager.contains(&m_vm.runtime().threads.current())) return true;
    switch (blocking) {
      case loop::Blocking::lock: return locks;
      case loop::Blocking::select: return selects;
      case loop::Blocking::other: break;
    }
    return others;
  }

  Wake wait(VirtualThread& me, std::optional<loop::Time> deadline) override {
    const Ref<Waiting> waiting = make<Waiting>(m_vm.runtime().threads, me);
    m_waiting[&me] = waiting.get();
    Ref<loop::TimerHandle> timer = deadline ? m_loop->call_at(*deadline, waiting) : nullptr;
    const Wake wake = stay_away();
    m_waiting.erase(&me);
    if (timer && !waiting->is_over) timer->cancel();
    waiting->is_over = true;  // somebody else may have come back here, by throwing
    if (wake == Wake::ended) return wake;
    return waiting->was_woken ? Wake::woken : Wake::timed_out;
  }

  Wake pause(VirtualThread& me) override {
    static_cast<void>(m_loop->call_soon(make<Waiting>(m_vm.runtime().threads, me)));
    return stay_away();
  }

  void woken(VirtualThread& thread) override {
    const auto found = m_waiting.find(&thread);
    if (found == m_waiting.end()) return;
    found->second->was_woken = true;
    static_cast<void>(m_loop->call_soon_threadsafe(Ref<loop::Callback>(found->second)));
  }

 private:
  /// Goes back to who waits, once.
  class Waiting final : public loop::Callback {
   public:
    Waiting(VirtualThreads& threads, VirtualThread& thread) : m_threads(threads), m_thread(thread) {}
    Ref<loop::Exception> call(loop::EventLoop&, loop::Future*) override {
      if (!std::exchange(is_over, true)) m_threads.switch_to(m_thread);
      return nullptr;
    }
    std::string name() const override { return m_thread.name() + " goes on"; }
    bool is_over = false, was_woken = false;

   private:
    VirtualThreads& m_threads;
    VirtualThread& m_thread;
  };

  Wake stay_away() {
    VirtualThread* hub = m_hub->thread(m_vm);
    if (hub == nullptr) {
      m_vm.take_error();
      m_vm.runtime().threads.end_run();
      return Wake::ended;
    }
    ++m_loop->outside_work;
    const Wake wake = m_vm.runtime().threads.switch_to(*hub);
    --m_loop->outside_work;
    return wake;
  }

  Vm& m_vm;
  Ref<loop::EventLoop> m_loop;
  Ref<Stack> m_hub;
  std::map<VirtualThread*, Waiting*> m_waiting;
};

/// cooperate(loop, hub, select, locks, others, threads): from now on such calls of the current thread's greenlets let
/// the hub run. `threads`: the program takes each greenlet for a thread.
Value cooperate(Vm& vm, Arguments args) {
  loop::EventLoop* loop = Vm::core_as<loop::EventLoop>(args[0], loop::ObjectKind::event_loop);
  if (loop == nullptr) return vm.type_error("an event loop is required");
  VirtualThread& host = vm.runtime().threads.current().host();
  // Once made it stays: greenlets may be waiting in it.
  if (host.cooperation == nullptr) {
    host.cooperation = std::make_unique<ThroughHub>(vm, Ref<loop::EventLoop>(loop), Ref<Stack>(&self_stack(args[1])));
  }
  auto* through = static_cast<ThroughHub*>(host.cooperation.get());
  through->selects = vm.truth(args[2]) > 0;
  through->locks = vm.truth(args[3]) > 0;
  through->others = vm.truth(args[4]) > 0;
  host.greenlets_are_threads = vm.truth(args[5]) > 0;
  vm.runtime().threads.note_cooperation();
  return Value::none();
}

/// call_cooperatively(function): what the call blocks in lets the hub run, patched or not.
Value call_cooperatively(Vm& vm, Arguments args) {
  VirtualThread& me = vm.runtime().threads.current();
  auto* through = static_cast<ThroughHub*>(me.host().cooperation.get());
  const bool first = through != nullptr && through->eager.insert(&me).second;
  Value result = vm.call(args[0], std::span<const Value>());
  if (first) through->eager.erase(&me);
  return result;
}

/// as_hub(loop): callbacks first, and it ends when there is nothing left to wait for.
Value as_hub(Vm& vm, Arguments args) {
  loop::EventLoop* loop = Vm::core_as<loop::EventLoop>(args[0], loop::ObjectKind::event_loop);
  if (loop == nullptr) return vm.type_error("an event loop is required");
  loop->set_callbacks_first(true);
  loop->set_stops_when_idle(true);
  return Value::none();
}

/// add_work(loop, count): something outside the loop is waited for (or, negative, no longer).
Value add_work(Vm& vm, Arguments args) {
  loop::EventLoop* loop = Vm::core_as<loop::EventLoop>(args[0], loop::ObjectKind::event_loop);
  std::int64_t count = 0;
  if (loop == nullptr) return vm.type_error("an event loop is required");
  if (!vm.index(args[1], count)) return {};
  loop->outside_work += static_cast<int>(count);
  return Value::none();
}

constexpr NativeDefinition kFunctions[] = {
    {"cooperate", "loop, hub, select, locks, others, threads, /", cooperate},
    {"call_cooperatively", "function, /", call_cooperatively},
    {"as_hub", "loop, /", as_hub},
    {"add_work", "loop, count, /", add_work},
};

bool make_greenlet(Vm& vm, Module& module) {
  Class& stack = vm.make_library_class(module, "Stack", "_greenlet");
  vm.define_methods(stack, kStack);
  vm.define_getters(stack, kStackGetters);
  vm.define_class_methods(stack, kStackClass);
  vm.define_functions(module, kFunctions);
  return true;
}

}  // namespace

bool raise_what_was_thrown(Vm& vm) {
  const Ref<loop::Object>& stack = vm.runtime().threads.current().stack;
  if (!stack) return true;
  Ref<loop::Exception> thrown = static_cast<Stack&>(*stack).take_error();
  if (!thrown) return true;
  vm.raise(thrown);
  return false;
}

void install_greenlet(ModuleRegistry& modules) { modules.add_native("_greenlet", make_greenlet); }

}  // namespace loopline::script
