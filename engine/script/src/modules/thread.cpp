// _thread: virtual threads, locks (CPython: _threadmodule.c; FORMAT.md, choice 7). threading.py builds on it.
#include <cmath>
#include <deque>

#include "../builtins/builtin_class.h"
#include "../builtins/common.h"
#include "greenlet.h"
#include "loop/event_loop.h"
#include "loop/task.h"
#include "modules.h"
#include "script/module_registry.h"

namespace loopline::script {

namespace {

using loop::VirtualThread;
using loop::VirtualThreads;
using loop::Wake;

// ---- locks -------------------------------------------------------------------------------------------------------

/// A lock that blocks virtual threads. Whoever waited longest is woken when it is released; if somebody else takes it
/// before the woken thread runs, that one waits again, behind all others.
class Lock final : public NativeObject {
 public:
  using NativeObject::NativeObject;

  bool is_held() const noexcept { return m_held; }
  bool try_take() noexcept {
    if (m_held) return false;
    m_held = true;
    return true;
  }
  /// 1, 0 when the time is over, -1 after raising.
  int take(Vm& vm, std::optional<loop::Duration> timeout) {
    if (try_take()) return 1;
    VirtualThreads& threads = vm.runtime().threads;
    std::optional<loop::Time> deadline;
    if (timeout) deadline = loop::saturating_add(threads.now(), *timeout);
    const Ref<Lock> keep(this);
    for (;;) {
      VirtualThread& me = threads.current();
      m_waiters.push_back(&me);
      const Wake wake = threads.block(deadline, loop::Blocking::lock);
      std::erase(m_waiters, &me);
      if (wake == Wake::ended || !vm.check_interrupts() || !raise_what_was_thrown(vm)) {
        if (!vm.has_error()) vm.check_interrupts();
        return -1;
      }
      if (try_take()) return 1;
      if (wake == Wake::timed_out) return 0;
    }
  }
  void give_back(Vm& vm) {
    m_held = false;
    if (m_waiters.empty()) return;
    VirtualThread* next = m_waiters.front();
    m_waiters.pop_front();
    vm.runtime().threads.wake(*next);
  }

  // Of an RLock: who has it, and how often.
  std::uint32_t owner = 0;
  std::int64_t count = 0;

 private:
  bool m_held = false;
  std::deque<VirtualThread*> m_waiters;
};

Lock& self_lock(const Value& self) { return static_cast<Lock&>(*Vm::core(self).as<NativeObject>()); }

Value lock_new(Vm& vm, Arguments args) {
  Class& cls = builtin_class(args[0]);
  return vm.finish_new(args[0], cls, make<Lock>(Ref<Class>(&cls)));
}

/// The arguments of acquire(): `timeout` is null to wait for ever, zero not to wait. False after raising.
bool waiting_time(Vm& vm, const Value& blocking_value, const Value& timeout_value,
                  std::optional<loop::Duration>& timeout) {
  std::int64_t blocking = 1;
  double seconds = -1;
  if (!vm.index(blocking_value, blocking) || !vm.to_double(timeout_value, seconds)) return false;
  if (std::isnan(seconds)) return vm.value_error("Invalid value NaN (not a number)"), false;
  if (blocking == 0 && seconds != -1) return vm.value_error("can't specify a timeout for a non-blocking call"), false;
  if (seconds < 0 && seconds != -1) return vm.value_error("timeout value must be positive"), false;
  if (seconds > 9.2e9) return vm.overflow_error("timeout value is too large"), false;
  timeout.reset();
  if (blocking == 0) timeout = loop::Duration::zero();
  if (seconds >= 0) timeout = loop::from_seconds(seconds);
  return true;
}

/// acquire() as scripts call it: 1, 0 or -1.
int acquire_for(Vm& vm, Lock& lock, bool blocking, const std::optional<loop::Duration>& timeout) {
  if (!blocking) return lock.try_take() ? 1 : 0;
  return lock.take(vm, timeout);
}

Value lock_acquire(Vm& vm, Arguments args) {
  std::optional<loop::Duration> timeout;
  if (!waiting_time(vm, args[1], args[2], timeout)) return {};
  const int got = acquire_for(vm, self_lock(args[0]), vm.truth(args[1]) > 0, timeout);
  return got < 0 ? Value() : Value(got > 0);
}

Value lock_release(Vm& vm, Arguments args) {
  Lock& lock = self_lock(args[0]);
  if (!lock.is_held()) return vm.runtime_error("release unlocked lock");
  lock.give_back(vm);
  return Value::none();
}

Value lock_enter(Vm& vm, Arguments args) {
  return self_lock(args[0]).take(vm, std::nullopt) < 0 ? Value() : Value(true);
}
Value lock_exit(Vm& vm, Arguments args) { return lock_release(vm, args.first(1)); }
Value lock_locked(Vm& /*vm*/, Arguments args) { return Value(self_lock(args[0]).is_held()); }

Value lock_repr(Vm& vm, Arguments args) {
  return vm.str(std::string(self_lock(args[0]).is_held() ? "<locked" : "<unlocked") + " _thread.lock object at " +
                vm.address_of(args[0]) + ">");
}

std::uint32_t current_id(Vm& vm) { return vm.runtime().threads.current().identity().id(); }

Value rlock_acquire(Vm& vm, Arguments args) {
  std::optional<loop::Duration> timeout;
  if (!waiting_time(vm, args[1], args[2], timeout)) return {};
  const Ref<Lock> lock(&self_lock(args[0]));
  if (lock->count > 0 && lock->owner == current_id(vm)) {
    ++lock->count;
    return Value(true);
  }
  const int got = acquire_for(vm, *lock, vm.truth(args[1]) > 0, timeout);
  if (got < 0) return {};
  if (got > 0) {
    lock->owner = current_id(vm);
    lock->count = 1;
  }
  return Value(got > 0);
}

Value rlock_release(Vm& vm, Arguments args) {
  Lock& lock = self_lock(args[0]);
  if (lock.count == 0 || lock.owner != current_id(vm)) return vm.runtime_error("cannot release un-acquired lock");
  if (--lock.count > 0) return Value::none();
  lock.owner = 0;
  lock.give_back(vm);
  return Value::none();
}

Value rlock_enter(Vm& vm, Arguments args) {
  Value arguments[] = {args[0], Value(true), Value(std::int64_t{-1})};
  return rlock_acquire(vm, arguments);
}
Value rlock_exit(Vm& vm, Arguments args) { return rlock_release(vm, args.first(1)); }
Value rlock_is_owned(Vm& vm, Arguments args) {
  const Lock& lock = self_lock(args[0]);
  return Value(lock.count > 0 && lock.owner == current_id(vm));
}

/// What Condition.wait() needs: gives the lock up whatever its count, and takes it back with that count.
Value rlock_release_save(Vm& vm, Arguments args) {
  Lock& lock = self_lock(args[0]);
  if (lock.count == 0) return vm.runtime_error("cannot release un-acquired lock");
  const Value saved = vm.tuple({Value(lock.count), Value(std::int64_t{lock.owner})});
  lock.count = 0;
  lock.owner = 0;
  lock.give_back(vm);
  return saved;
}
Value rlock_acquire_restore(Vm& vm, Arguments args) {
  const Ref<Lock> lock(&self_lock(args[0]));
  const Tuple* saved = as_tuple(args[1]);
  if (saved == nullptr || saved->size() != 2 || !(*saved)[0].is_int() || !(*saved)[1].is_int()) {
    return vm.type_error("a state of _release_save() is required");
  }
  if (lock->take(vm, std::nullopt) < 0) return {};
  lock->count = (*saved)[0].as_int();
  lock->owner = static_cast<std::uint32_t>((*saved)[1].as_int());
  return Value::none();
}

Value rlock_repr(Vm& vm, Arguments args) {
  const Lock& lock = self_lock(args[0]);
  return vm.str(std::string(lock.count > 0 ? "<locked " : "<unlocked ") +
                "_thread.RLock object owner=" + std::to_string(lock.owner) + " count=" + std::to_string(lock.count) +
                " at " + vm.address_of(args[0]) + ">");
}

constexpr NativeDefinition kLock[] = {
    {"__new__", "cls", lock_new},         {"acquire", "self, blocking=True, timeout=-1", lock_acquire},
    {"release", "self, /", lock_release}, {"locked", "self, /", lock_locked},
    {"__enter__", "self, /", lock_enter}, {"__exit__", "self, /, *args", lock_exit},
    {"__repr__", "self, /", lock_repr},
};
constexpr NativeDefinition kRLock[] = {
    {"__new__", "cls", lock_new},
    {"acquire", "self, blocking=True, timeout=-1", rlock_acquire},
    {"release", "self, /", rlock_release},
    {"_is_owned", "self, /", rlock_is_owned},
    {"_release_save", "self, /", rlock_release_save},
    {"_acquire_restore", "self, state, /", rlock_acquire_restore},
    {"__enter__", "self, /", rlock_enter},
    {"__exit__", "self, /, *args", rlock_exit},
    {"__repr__", "self, /", rlock_repr},
};

// ---- threads -----------------------------------------------------------------------------------------------------

/// Calls the function in the new thread. An exception that nobody caught ends the thread, not the program.
void run_function(Vm& vm, const Value& function, const Ref<Tuple>& arguments, const Ref<Lock>& sentinel) {
  const Value result = vm.call(function, arguments->values());
  const bool was_killed = vm.runtime().threads.current().is_terminated();
  if (!result.is_set()) {
    const Ref<loop::Exception> raised = vm.take_error();
    if (raised && !was_killed && !raised->is(loop::ExceptionKind::system_exit)) {
      vm.report_unraisable(raised, "in thread started by", function);
    }
  }
  // What it leaves behind goes now, while nothing of it can run: it would have gone with the process.
  if (was_killed) loop::Memory::current().collect_cycles();
  if (sentinel && sentinel->is_held()) sentinel->give_back(vm);
}

/// start_new_thread(function, args, kwargs, name, sentinel): the last two are for threading; the sentinel is a lock
/// that is released when the thread has ended.
Value start_new_thread(Vm& vm, Arguments args) {
  if (!vm.is_callable(args[0])) return vm.type_error("first arg must be callable");
  const Tuple* arguments = as_tuple(Vm::core(args[1]));
  if (arguments == nullptr) return vm.type_error("2nd arg must be a tuple");
  Value function = args[0];
  if (args[2].is_set()) {
    if (Vm::core_as<Dict>(args[2], kind::dict) == nullptr)
      return vm.type_error("optional 3rd arg must be a dictionary");
    const Value functools = vm.modules().load(vm.intern("functools"));
    const Value partial = functools.is_set() ? vm.get_attr(functools, "partial") : Value();
    if (!partial.is_set()) return {};
    function = vm.call_with_dict(partial, {function}, Vm::core_as<Dict>(args[2], kind::dict));
    if (!function.is_set()) return {};
  }
  VirtualThreads& threads = vm.runtime().threads;
  if (!vm.spend(20'000)) return {};  // a thread is dear
  if (!threads.can_start()) return vm.runtime_error("can't start new thread");
  const Str* name = as_str(args[3]);
  Ref<Lock> sentinel;
  if (args[4].is_object(kind::native_object)) sentinel = Ref<Lock>(dynamic_cast<Lock*>(args[4].as_object()));
  VirtualThread& thread = threads.start(name != nullptr ? std::string(name->view()) : "",
                                        [&vm, function, kept = Ref<Tuple>(const_cast<Tuple*>(arguments)), sentinel] {
                                          run_function(vm, function, kept, sentinel);
                                        });
  return Value(std::int64_t{thread.id()});
}

Value get_ident(Vm& vm, Arguments /*args*/) { return Value(std::int64_t{current_id(vm)}); }

/// _terminate(ident): the thread ends as a process that is killed.
Value terminate(Vm& vm, Arguments args) {
  VirtualThreads& threads = vm.runtime().threads;
  for (VirtualThread* thread : threads.live()) {
    if (Value(std::int64_t{thread->id()}).is_identical(args[0])) {
      threads.terminate(*thread);
      break;
    }
  }
  return Value::none();
}

/// The identifiers and names of all threads that have not ended.
Value live_threads(Vm& vm, Arguments /*args*/) {
  std::vector<Value> threads;
  for (const VirtualThread* thread : vm.runtime().threads.live()) {
    if (thread->is_greenlet()) continue;
    threads.push_back(vm.tuple({Value(std::int64_t{thread->id()}), vm.str(thread->name())}));
  }
  return vm.list(std::move(threads));
}

/// A greenlet that counts as a thread has no name that threading gave it.
Value get_name(Vm& vm, Arguments /*args*/) {
  const VirtualThread& thread = vm.runtime().threads.current().identity();
  return vm.str(thread.is_greenlet() ? std::string() : thread.name());
}
Value set_name(Vm& vm, Arguments args) {
  const Str* name = as_str(args[0]);
  if (name != nullptr) vm.runtime().threads.current().set_name(std::string(name->view()));
  return Value::none();
}

/// What threading.excepthook does with an exception that ended a thread.
Value report_exception(Vm& vm, Arguments args) {
  ExceptionObject* exception = as_exception(args[0]);
  const Str* name = as_str(args[1]);
  if (exception == nullptr || name == nullptr) return Value::none();
  if (loop::Instrument* instrument = vm.runtime().instrument()) {
    instrument->warned(loop::WarningKind::thread_exception, 0, vm.safe_repr(args[0]));
  }
  vm.report("Exception in thread " + std::string(name->view()) + ":\n" + vm.format_exception(args[0]));
  return Value::none();
}

/// The virtual time, for timeouts: no read of the clock by the program.
Value now(Vm& vm, Arguments /*args*/) { return Value(loop::to_seconds(vm.runtime().now())); }

Value exit_thread(Vm& vm, Arguments /*args*/) { return vm.raise(*vm.types().system_exit, {}); }
Value interrupt_main(Vm& vm, Arguments /*args*/) { return vm.raise(*vm.types().keyboard_interrupt, {}); }
Value stack_size(Vm& /*vm*/, Arguments /*args*/) { return Value(std::int64_t{0}); }

constexpr NativeDefinition kFunctions[] = {
    {"start_new_thread", "function, args, kwargs?, name=None, sentinel=None, /", start_new_thread},
    {"get_ident", "", get_ident},
    {"get_native_id", "", get_ident},
    {"_get_name", "", get_name},
    {"_live_threads", "", live_threads},
    {"_set_name", "name, /", set_name},
    {"_terminate", "ident, /", terminate},
    {"_report_exception", "exception, name, /", report_exception},
    {"_now", "", now},
    {"exit", "", exit_thread},
    {"interrupt_main", "signum=2, /", interrupt_main},
    {"stack_size", "size=0, /", stack_size},
};

bool make_thread(Vm& vm, Module& module) {
  Class& lock = vm.make_library_class(module, "lock", "_thread");
  lock.is_final = true;
  vm.define_methods(lock, kLock);
  vm.define_methods(vm.make_library_class(module, "RLock", "_thread"), kRLock);
  vm.define_functions(module, kFunctions);
  Dict& names = *module.attributes;
  names.set(*vm.intern("LockType"), Value(&lock));
  names.set(*vm.intern("allocate_lock"), Value(&lock));
  names.set(*vm.intern("error"), Value(vm.types().runtime_error));
  names.set(*vm.intern("TIMEOUT_MAX"), Value(9223372036.0));
  return true;
}

}  // namespace

void install_thread(ModuleRegistry& modules) { modules.add_native("_thread", make_thread); }

}  // namespace loopline::script
