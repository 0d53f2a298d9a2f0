// Lock, Event, Condition, Semaphore, BoundedSemaphore, Barrier (CPython: locks.py).
#include "../../builtins/builtin_class.h"
#include "bindings.h"
#include "loop/sync.h"
#include "script/module_registry.h"

namespace loopline::script::asyncio {

namespace {

using loop::Coroutine;
using loop::Held;
using loop::ObjectKind;

/// self as the loop's object; null after raising.
template <class T>
T* self_of(Vm& vm, const Value& self, ObjectKind kind, const char* type) {
  T* object = Vm::core_as<T>(self, kind);
  if (object == nullptr) {
    vm.type_error(std::string("a '") + type + "' object is required, not '" + vm.type_name(self) + "'");
  }
  return object;
}

loop::Lock* lock_of(Vm& vm, const Value& self) { return self_of<loop::Lock>(vm, self, ObjectKind::lock, "Lock"); }
loop::Event* event_of(Vm& vm, const Value& self) { return self_of<loop::Event>(vm, self, ObjectKind::event, "Event"); }
loop::Condition* condition_of(Vm& vm, const Value& self) {
  return self_of<loop::Condition>(vm, self, ObjectKind::condition, "Condition");
}
loop::Semaphore* semaphore_of(Vm& vm, const Value& self) {
  return self_of<loop::Semaphore>(vm, self, ObjectKind::semaphore, "Semaphore");
}
loop::Barrier* barrier_of(Vm& vm, const Value& self) {
  return self_of<loop::Barrier>(vm, self, ObjectKind::barrier, "Barrier");
}

template <class T>
Held<T> held(T* object) {
  return Held<T>(Ref<T>(object));
}

Value none_or_raise(Vm& vm, const Ref<loop::Exception>& error) { return error ? vm.raise(error) : Value::none(); }

/// "<asyncio.locks.Lock object at 0x… [locked, waiters:1]>"
Value repr_with(Vm& vm, const Value& self, std::string extra, std::size_t waiters) {
  if (waiters > 0) extra += ", waiters:" + std::to_string(waiters);
  Class& cls = vm.class_of(self);
  const Value* module = cls.lookup(*vm.names().module);
  const Str* module_name = module != nullptr ? as_str(*module) : nullptr;
  return vm.str("<" + (module_name != nullptr ? std::string(module_name->view()) + "." : std::string()) +
                std::string((cls.qualname ? cls.qualname : cls.name())->view()) + " object at " + vm.address_of(self) +
                " [" + extra + "]>");
}

/// `async with` gives None, not what acquire() gives.
Coroutine<Value> enter_lock(Held<loop::Lock> lock) {
  co_await loop::Lock::acquire(Held<loop::Lock>(lock.ref()));
  co_return Value::none();
}
Coroutine<Value> enter_semaphore(Held<loop::Semaphore> semaphore) {
  co_await loop::Semaphore::acquire(Held<loop::Semaphore>(semaphore.ref()));
  co_return Value::none();
}
Coroutine<Value> enter_barrier(Held<loop::Barrier> barrier) {
  const std::int64_t index = co_await loop::Barrier::wait(Held<loop::Barrier>(barrier.ref()));
  co_return Value(index);
}
Coroutine<Value> leave(Vm& vm, Held<loop::Object> object) {
  Ref<loop::Exception> error;
  switch (object->kind()) {
    case ObjectKind::lock: error = static_cast<loop::Lock&>(*object).release_lock(); break;
    case ObjectKind::condition: error = static_cast<loop::Condition&>(*object).lock()->release_lock(); break;
    case ObjectKind::semaphore: error = static_cast<loop::Semaphore&>(*object).release_permit(); break;
    default: break;
  }
  static_cast<void>(vm);
  if (error) error->rethrow();
  co_return Value::none();
}

Value leave_object(Vm& vm, loop::Object* object, const char* name) {
  return coroutine(vm, leave(vm, Held<loop::Object>(Ref<loop::Object>(object))), name);
}

// ---- Lock -----------------------------------------------------------------------------------------------------------

/// `loop=` is no parameter any more, except where old forms are allowed.
bool check_no_loop(Vm& vm, Arguments args, std::size_t index, const Value& cls) {
  if (!args[index].is_set() || vm.legacy) return true;
  vm.type_error(std::string(builtin_class(cls).name()->view()) +
                ".__init__() got an unexpected keyword argument 'loop'");
  return false;
}

/// The object, with the class that __new__ was called for.
Value finish(Vm& vm, Arguments args, Value made) {
  return vm.finish_new(args[0], builtin_class(args[0]), std::move(made));
}

/// For classes of scripts, which may override what `async with` calls: the script part of the library says what that
/// is.
Value call_library(Vm& vm, const char* function, const Value& self) {
  const Value locks = vm.modules().load(vm.intern("asyncio.locks"));
  const Value found = locks.is_set() ? vm.get_attr(locks, function) : Value();
  return found.is_set() ? vm.call(found, {self}) : Value();
}
bool is_of_script(Vm& vm, const Value& self) { return !vm.class_of(self).is_builtin; }

/// __init__ of what __new__ has made ready.
Value init_nothing(Vm& vm, Arguments args) {
  return check_no_loop(vm, args, 1, Value(&vm.class_of(args[0]))) ? Value::none() : Value();
}

Value lock_new(Vm& vm, Arguments args) {
  if (!check_no_loop(vm, args, 1, args[0])) return {};
  return finish(vm, args, make<loop::Lock>(vm.runtime()));
}
Value lock_acquire(Vm& vm, Arguments args) {
  loop::Lock* lock = lock_of(vm, args[0]);
  return lock != nullptr ? coroutine(vm, loop::Lock::acquire(held(lock)), "Lock.acquire") : Value();
}
Value lock_release(Vm& vm, Arguments args) {
  loop::Lock* lock = lock_of(vm, args[0]);
  return lock != nullptr ? none_or_raise(vm, lock->release_lock()) : Value();
}
Value lock_locked(Vm& vm, Arguments args) {
  const loop::Lock* lock = lock_of(vm, args[0]);
  return lock != nullptr ? Value(lock->is_locked()) : Value();
}
Value lock_enter(Vm& vm, Arguments args) {
  if (is_of_script(vm, args[0])) return call_library(vm, "_enter", args[0]);
  loop::Lock* lock = lock_of(vm, args[0]);
  return lock != nullptr ? coroutine(vm, enter_lock(held(lock)), "Lock.__aenter__") : Value();
}
Value lock_exit(Vm& vm, Arguments args) {
  if (is_of_script(vm, args[0])) return call_library(vm, "_exit", args[0]);
  loop::Lock* lock = lock_of(vm, args[0]);
  return lock != nullptr ? leave_object(vm, lock, "Lock.__aexit__") : Value();
}
Value lock_repr(Vm& vm, Arguments args) {
  const loop::Lock* lock = lock_of(vm, args[0]);
  return lock != nullptr ? repr_with(vm, args[0], lock->is_locked() ? "locked" : "unlocked", lock->waiter_count())
                         : Value();
}

constexpr NativeDefinition kLock[] = {
    {"__new__", "cls, *, loop?", lock_new},
    {"__init__", "self, *, loop?", init_nothing},
    {"acquire", "self, /", lock_acquire},
    {"release", "self, /", lock_release},
    {"locked", "self, /", lock_locked},
    {"__aenter__", "self, /", lock_enter},
    {"__aexit__", "self, exc_type, exc, tb, /", lock_exit},
    {"__repr__", "self, /", lock_repr},
};

// ---- Event ----------------------------------------------------------------------------------------------------------

Value event_new(Vm& vm, Arguments args) {
  if (!check_no_loop(vm, args, 1, args[0])) return {};
  return finish(vm, args, make<loop::Event>(vm.runtime()));
}
Value event_set(Vm& vm, Arguments args) {
  loop::Event* event = event_of(vm, args[0]);
  if (event == nullptr) return {};
  event->set();
  return Value::none();
}
Value event_clear(Vm& vm, Arguments args) {
  loop::Event* event = event_of(vm, args[0]);
  if (event == nullptr) return {};
  event->clear();
  return Value::none();
}
Value event_is_set(Vm& vm, Arguments args) {
  const loop::Event* event = event_of(vm, args[0]);
  return event != nullptr ? Value(event->is_set()) : Value();
}
Value event_wait(Vm& vm, Arguments args) {
  loop::Event* event = event_of(vm, args[0]);
  return event != nullptr ? coroutine(vm, loop::Event::wait(held(event)), "Event.wait") : Value();
}
Value event_repr(Vm& vm, Arguments args) {
  const loop::Event* event = event_of(vm, args[0]);
  return event != nullptr ? repr_with(vm, args[0], event->is_set() ? "set" : "unset", event->waiter_count()) : Value();
}

constexpr NativeDefinition kEvent[] = {
    {"__new__", "cls, *, loop?", event_new}, {"__init__", "self, *, loop?", init_nothing},
    {"set", "self, /", event_set},           {"clear", "self, /", event_clear},
    {"is_set", "self, /", event_is_set},     {"wait", "self, /", event_wait},
    {"__repr__", "self, /", event_repr},
};

// ---- Condition ------------------------------------------------------------------------------------------------------

/// The lock of a condition: what lacks a lock's methods is told so first. Null after raising.
loop::Lock* given_lock(Vm& vm, const Value& given) {
  return vm.get_attr(given, "locked").is_set() ? lock_of(vm, given) : nullptr;
}

Value condition_new(Vm& vm, Arguments args) {
  if (!check_no_loop(vm, args, 2, args[0])) return {};
  Ref<loop::Lock> lock;
  if (!args[1].is_none()) {
    loop::Lock* given = given_lock(vm, args[1]);
    if (given == nullptr) return {};
    lock = Ref<loop::Lock>(given);
  }
  return finish(vm, args, make<loop::Condition>(vm.runtime(), std::move(lock)));
}
Value condition_init(Vm& vm, Arguments args) {
  loop::Condition* condition = condition_of(vm, args[0]);
  if (condition == nullptr || !check_no_loop(vm, args, 2, Value(&vm.class_of(args[0])))) return {};
  if (args[1].is_none()) return Value::none();
  loop::Lock* given = given_lock(vm, args[1]);
  if (given == nullptr) return {};
  condition->set_lock(Ref<loop::Lock>(given));
  return Value::none();
}
Value condition_lock(Vm& vm, Arguments args) {
  const loop::Condition* condition = condition_of(vm, args[0]);
  return condition != nullptr ? Value(condition->lock()) : Value();
}
Value condition_acquire(Vm& vm, Arguments args) {
  loop::Condition* condition = condition_of(vm, args[0]);
  return condition != nullptr ? coroutine(vm, loop::Lock::acquire(Held<loop::Lock>(condition->lock())), "Lock.acquire")
                              : Value();
}
Value condition_release(Vm& vm, Arguments args) {
  loop::Condition* condition = condition_of(vm, args[0]);
  return condition != nullptr ? none_or_raise(vm, condition->lock()->release_lock()) : Value();
}
Value condition_locked(Vm& vm, Arguments args) {
  const loop::Condition* condition = condition_of(vm, args[0]);
  return condition != nullptr ? Value(condition->lock()->is_locked()) : Value();
}
Value condition_wait(Vm& vm, Arguments args) {
  loop::Condition* condition = condition_of(vm, args[0]);
  return condition != nullptr ? coroutine(vm, loop::Condition::wait(held(condition)), "Condition.wait") : Value();
}

/// The predicate is a value of the script: held where the collector sees it.
Coroutine<Value> wait_for_predicate(Vm& vm, Held<loop::Condition> condition, Held<Tuple> predicate) {
  Value result = vm.call((*predicate)[0], std::span<const Value>());
  for (;;) {
    if (!result.is_set()) throw_error(vm);
    const int truth = vm.truth(result);
    if (truth < 0) throw_error(vm);
    if (truth > 0) co_return result;
    co_await loop::Condition::wait(Held<loop::Condition>(condition.ref()));
    result = vm.call((*predicate)[0], std::span<const Value>());
  }
}
Value condition_wait_for(Vm& vm, Arguments args) {
  loop::Condition* condition = condition_of(vm, args[0]);
  if (condition == nullptr) return {};
  return coroutine(vm, wait_for_predicate(vm, held(condition), Held<Tuple>(Tuple::create({args[1]}))),
                   "Condition.wait_for");
}
Value condition_notify(Vm& vm, Arguments args) {
  loop::Condition* condition = condition_of(vm, args[0]);
  std::int64_t count = 0;
  if (condition == nullptr || !vm.index(args[1], count)) return {};
  return none_or_raise(vm, condition->notify(static_cast<std::size_t>(std::max<std::int64_t>(count, 0))));
}
Value condition_notify_all(Vm& vm, Arguments args) {
  loop::Condition* condition = condition_of(vm, args[0]);
  return condition != nullptr ? none_or_raise(vm, condition->notify_all()) : Value();
}
Value condition_enter(Vm& vm, Arguments args) {
  loop::Condition* condition = condition_of(vm, args[0]);
  if (condition == nullptr) return {};
  return coroutine(vm, enter_lock(Held<loop::Lock>(condition->lock())), "Condition.__aenter__");
}
Value condition_exit(Vm& vm, Arguments args) {
  loop::Condition* condition = condition_of(vm, args[0]);
  return condition != nullptr ? leave_object(vm, condition, "Condition.__aexit__") : Value();
}
Value condition_repr(Vm& vm, Arguments args) {
  const loop::Condition* condition = condition_of(vm, args[0]);
  if (condition == nullptr) return {};
  return repr_with(vm, args[0], condition->lock()->is_locked() ? "locked" : "unlocked", condition->waiter_count());
}

constexpr NativeDefinition kCondition[] = {
    {"__new__", "cls, lock=None, *, loop?", condition_new},
    {"__init__", "self, lock=None, *, loop?", condition_init},
    {"acquire", "self, /", condition_acquire},
    {"release", "self, /", condition_release},
    {"locked", "self, /", condition_locked},
    {"wait", "self, /", condition_wait},
    {"wait_for", "self, predicate", condition_wait_for},
    {"notify", "self, n=1", condition_notify},
    {"notify_all", "self, /", condition_notify_all},
    {"__aenter__", "self, /", condition_enter},
    {"__aexit__", "self, exc_type, exc, tb, /", condition_exit},
    {"__repr__", "self, /", condition_repr},
};

constexpr NativeDefinition kConditionGetters[] = {{"_lock", "self, /", condition_lock}};

// ---- Semaphore, BoundedSemaphore ------------------------------------------------------------------------------------

/// How many may pass. False after raising.
bool permits_argument(Vm& vm, const Value& given, std::int64_t& permits) {
  if (vm.compare_bool(Comparison::less, given, Value(std::int64_t{0})) < 0 || !vm.index(given, permits)) return false;
  if (permits < 0) vm.value_error("Semaphore initial value must be >= 0");
  return permits >= 0;
}

template <bool bounded>
Value semaphore_new(Vm& vm, Arguments args) {
  std::int64_t value = 0;
  if (!check_no_loop(vm, args, 2, args[0]) || !permits_argument(vm, args[1], value)) return {};
  return finish(vm, args, make<loop::Semaphore>(vm.runtime(), value, bounded ? std::optional(value) : std::nullopt));
}
Value semaphore_init(Vm& vm, Arguments args) {
  loop::Semaphore* semaphore = semaphore_of(vm, args[0]);
  std::int64_t value = 0;
  if (semaphore == nullptr || !check_no_loop(vm, args, 2, Value(&vm.class_of(args[0])))) return {};
  if (!permits_argument(vm, args[1], value)) return {};
  semaphore->set_value(value);
  return Value::none();
}
Value semaphore_acquire(Vm& vm, Arguments args) {
  loop::Semaphore* semaphore = semaphore_of(vm, args[0]);
  return semaphore != nullptr ? coroutine(vm, loop::Semaphore::acquire(held(semaphore)), "Semaphore.acquire") : Value();
}
Value semaphore_release(Vm& vm, Arguments args) {
  loop::Semaphore* semaphore = semaphore_of(vm, args[0]);
  return semaphore != nullptr ? none_or_raise(vm, semaphore->release_permit()) : Value();
}
Value semaphore_locked(Vm& vm, Arguments args) {
  const loop::Semaphore* semaphore = semaphore_of(vm, args[0]);
  return semaphore != nullptr ? Value(semaphore->is_locked()) : Value();
}
Value semaphore_enter(Vm& vm, Arguments args) {
  if (is_of_script(vm, args[0])) return call_library(vm, "_enter", args[0]);
  loop::Semaphore* semaphore = semaphore_of(vm, args[0]);
  return semaphore != nullptr ? coroutine(vm, enter_semaphore(held(semaphore)), "Semaphore.__aenter__") : Value();
}
Value semaphore_exit(Vm& vm, Arguments args) {
  if (is_of_script(vm, args[0])) return call_library(vm, "_exit", args[0]);
  loop::Semaphore* semaphore = semaphore_of(vm, args[0]);
  return semaphore != nullptr ? leave_object(vm, semaphore, "Semaphore.__aexit__") : Value();
}
Value semaphore_value(Vm& vm, Arguments args) {
  const loop::Semaphore* semaphore = semaphore_of(vm, args[0]);
  return semaphore != nullptr ? Value(semaphore->value()) : Value();
}
Value semaphore_repr(Vm& vm, Arguments args) {
  const loop::Semaphore* semaphore = semaphore_of(vm, args[0]);
  if (semaphore == nullptr) return {};
  const std::string state =
      semaphore->is_locked() ? std::string("locked") : "unlocked, value:" + std::to_string(semaphore->value());
  return repr_with(vm, args[0], state, semaphore->waiter_count());
}

constexpr NativeDefinition kSemaphore[] = {
    {"__new__", "cls, value=1, *, loop?", semaphore_new<false>},
    {"__init__", "self, value=1, *, loop?", semaphore_init},
    {"acquire", "self, /", semaphore_acquire},
    {"release", "self, /", semaphore_release},
    {"locked", "self, /", semaphore_locked},
    {"__aenter__", "self, /", semaphore_enter},
    {"__aexit__", "self, exc_type, exc, tb, /", semaphore_exit},
    {"__repr__", "self, /", semaphore_repr},
};
constexpr NativeDefinition kSemaphoreGetters[] = {{"_value", "self, /", semaphore_value}};
constexpr NativeDefinition kBoundedSemaphore[] = {{"__new__", "cls, value=1, *, loop?", semaphore_new<true>}};

// ---- Barrier --------------------------------------------------------------------------------------------------------

/// How many a barrier is for. False after raising.
bool parties_argument(Vm& vm, const Value& given, std::int64_t& parties) {
  if (!given.is_set()) {
    vm.type_error("Barrier.__init__() missing 1 required positional argument: 'parties'");
    return false;
  }
  if (vm.compare_bool(Comparison::less, given, Value(std::int64_t{1})) < 0 || !vm.index(given, parties)) return false;
  if (parties < 1) vm.value_error("parties must be > 0");
  return parties >= 1;
}
Value barrier_new(Vm& vm, Arguments args) {
  std::int64_t parties = 1;
  const bool is_filled_later = as_class(args[0]) != nullptr && !as_class(args[0])->is_builtin;
  if (!is_filled_later && !parties_argument(vm, args[1], parties)) return {};
  return finish(vm, args, make<loop::Barrier>(vm.runtime(), parties));
}
Value barrier_init(Vm& vm, Arguments args) {
  loop::Barrier* barrier = barrier_of(vm, args[0]);
  std::int64_t parties = 0;
  if (barrier == nullptr || !parties_argument(vm, args[1], parties)) return {};
  barrier->set_parties(parties);
  return Value::none();
}
Value barrier_wait(Vm& vm, Arguments args) {
  loop::Barrier* barrier = barrier_of(vm, args[0]);
  return barrier != nullptr ? coroutine(vm, loop::Barrier::wait(held(barrier)), "Barrier.wait") : Value();
}
Value barrier_reset(Vm& vm, Arguments args) {
  loop::Barrier* barrier = barrier_of(vm, args[0]);
  return barrier != nullptr ? coroutine(vm, loop::Barrier::reset(held(barrier)), "Barrier.reset") : Value();
}
Value barrier_abort(Vm& vm, Arguments args) {
  loop::Barrier* barrier = barrier_of(vm, args[0]);
  return barrier != nullptr ? coroutine(vm, loop::Barrier::abort(held(barrier)), "Barrier.abort") : Value();
}
Value barrier_enter(Vm& vm, Arguments args) {
  loop::Barrier* barrier = barrier_of(vm, args[0]);
  return barrier != nullptr ? coroutine(vm, enter_barrier(held(barrier)), "Barrier.__aenter__") : Value();
}
Value barrier_exit(Vm& vm, Arguments args) {
  loop::Barrier* barrier = barrier_of(vm, args[0]);
  return barrier != nullptr ? leave_object(vm, barrier, "Barrier.__aexit__") : Value();
}
Value barrier_parties(Vm& vm, Arguments args) {
  const loop::Barrier* barrier = barrier_of(vm, args[0]);
  return barrier != nullptr ? Value(barrier->parties()) : Value();
}
Value barrier_waiting(Vm& vm, Arguments args) {
  const loop::Barrier* barrier = barrier_of(vm, args[0]);
  return barrier != nullptr ? Value(barrier->waiting()) : Value();
}
Value barrier_broken(Vm& vm, Arguments args) {
  const loop::Barrier* barrier = barrier_of(vm, args[0]);
  return barrier != nullptr ? Value(barrier->is_broken()) : Value();
}
Value barrier_repr(Vm& vm, Arguments args) {
  const loop::Barrier* barrier = barrier_of(vm, args[0]);
  if (barrier == nullptr) return {};
  std::string state(barrier->state_name());
  if (!barrier->is_broken()) {
    state += ", waiters:" + std::to_string(barrier->waiting()) + "/" + std::to_string(barrier->parties());
  }
  return repr_with(vm, args[0], state, 0);
}

constexpr NativeDefinition kBarrier[] = {
    {"__new__", "cls, parties?", barrier_new},
    {"__init__", "self, parties?", barrier_init},
    {"wait", "self, /", barrier_wait},
    {"reset", "self, /", barrier_reset},
    {"abort", "self, /", barrier_abort},
    {"__aenter__", "self, /", barrier_enter},
    {"__aexit__", "self, exc_type, exc, tb, /", barrier_exit},
    {"__repr__", "self, /", barrier_repr},
};
constexpr NativeDefinition kBarrierGetters[] = {{"parties", "self, /", barrier_parties},
                                                {"n_waiting", "self, /", barrier_waiting},
                                                {"broken", "self, /", barrier_broken}};

}  // namespace

void add_locks(Vm& vm, Module& module) {
  Types& types = vm.types();
  const auto made = [&](const char* name, ObjectKind kind, std::span<const NativeDefinition> methods) {
    Ref<Class> cls = make_class(vm, module, name, "asyncio.locks", nullptr, kind);
    vm.define_methods(*cls, methods);
    cls->filled_by_init = true;
    return cls;
  };
  types.lock = made("Lock", ObjectKind::lock, kLock);
  types.event = made("Event", ObjectKind::event, kEvent);
  types.condition = made("Condition", ObjectKind::condition, kCondition);
  vm.define_getters(*types.condition, kConditionGetters);
  types.semaphore = made("Semaphore", ObjectKind::semaphore, kSemaphore);
  vm.define_getters(*types.semaphore, kSemaphoreGetters);
  types.bounded_semaphore = make_class(vm, module, "BoundedSemaphore", "asyncio.locks", types.semaphore.get());
  vm.define_methods(*types.bounded_semaphore, kBoundedSemaphore);
  types.bounded_semaphore->filled_by_init = true;
  types.barrier = made("Barrier", ObjectKind::barrier, kBarrier);
  vm.define_getters(*types.barrier, kBarrierGetters);
}

}  // namespace loopline::script::asyncio
