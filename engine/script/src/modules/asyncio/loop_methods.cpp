#include "loop_methods.h"

#include "callbacks.h"
#include "script/module_registry.h"

namespace loopline::script::asyncio {

namespace {

// ---- what they are given to call ------------------------------------------------------------------------------------

/// A step of a task, its being woken, or a callback of the library, as something that a script can call.
class LibraryCallback final : public NativeObject {
 public:
  LibraryCallback(Ref<Class> cls, Ref<loop::EventLoop> loop, Ref<loop::Object> what, std::string name)
      : NativeObject(std::move(cls)), loop(std::move(loop)), what(std::move(what)), name(std::move(name)) {}

  Ref<loop::EventLoop> loop;
  Ref<loop::Object> what;  ///< a Task or a loop::Callback
  std::string name;        ///< qualified; empty for a step

  void visit(Visitor& visitor) const override {
    NativeObject::visit(visitor);
    visitor.visit(loop.get());
    visitor.visit(what.get());
  }
};

LibraryCallback& self_callback(const Value& self) { return *Vm::core(self).as<LibraryCallback>(); }

Value callback_call(Vm& vm, Arguments args) {
  const LibraryCallback& self = self_callback(args[0]);
  const Tuple& given = *as_tuple(args[1]);
  loop::Future* completed = given.empty() ? nullptr : as_future(given[0]);
  if (!self.loop->is_running()) return vm.runtime_error("the event loop of this callback does not run");
  const Ref<loop::Object> what = self.what;
  if (Ref<loop::Exception> raised = self.loop->call_now(*what, completed)) return vm.raise(raised);
  return Value::none();
}

Value callback_qualname(Vm& vm, Arguments args) { return vm.str(self_callback(args[0]).name); }

Value callback_short_name(Vm& vm, Arguments args) {
  const std::string& name = self_callback(args[0]).name;
  const std::size_t dot = name.rfind('.');
  return vm.str(dot == std::string::npos ? name : name.substr(dot + 1));
}

Value callback_self(Vm& vm, Arguments args) {
  const LibraryCallback& self = self_callback(args[0]);
  if (self.what->kind() == loop::ObjectKind::task) return Value(self.what);
  return vm.raise(*vm.types().attribute_error, {vm.str("'function' object has no attribute '__self__'")});
}

constexpr NativeDefinition kCall[] = {{"__call__", "self, /, *args", callback_call}};
constexpr NativeDefinition kNames[] = {
    {"__qualname__", "self, /", callback_qualname},
    {"__name__", "self, /", callback_short_name},
};
constexpr NativeDefinition kSelf[] = {{"__self__", "self, /", callback_self}};

// ---- the methods ----------------------------------------------------------------------------------------------------

class ScriptLoopMethods final : public loop::LoopMethods {
 public:
  ScriptLoopMethods(Vm& vm, bool soon, bool at, bool later, bool task)
      : m_vm(vm), m_soon(soon), m_at(at), m_later(later), m_task(task) {}

  bool schedule(loop::EventLoop& loop, loop::Object& what, loop::Future* completed) override {
    if (!m_soon) return false;
    Ref<loop::Context> context = what.kind() == loop::ObjectKind::task ? static_cast<loop::Task&>(what).context()
                                                                       : static_cast<loop::Callback&>(what).context();
    if (!context) context = make<loop::Context>();
    std::vector<Value> given{callable(loop, what, completed != nullptr)};
    if (completed != nullptr) given.emplace_back(completed);
    static_cast<void>(ask(loop, "call_soon", given, context));
    return true;
  }

  Ref<loop::Handle> call_soon(loop::EventLoop& loop, const Ref<loop::Callback>& callback) override {
    if (!m_soon) return loop.call_soon(callback);
    const Value given[] = {callable(loop, *callback, false)};
    return handle(ask(loop, "call_soon", given, nullptr));
  }

  Ref<loop::Handle> call_at(loop::EventLoop& loop, loop::Time when, const Ref<loop::Callback>& callback) override {
    if (!m_at) return loop.call_at(when, callback);
    const Value given[] = {seconds_value(when), callable(loop, *callback, false)};
    return handle(ask(loop, "call_at", given, nullptr));
  }

  Ref<loop::Handle> call_later(loop::EventLoop& loop, loop::Duration delay, const Ref<loop::Callback>& callback,
                               loop::Future* argument) override {
    if (!m_later && !m_at) return loop.call_later(delay, callback);
    std::vector<Value> given{m_later ? plain_seconds(delay) : seconds_value(loop.time() + delay),
                             callable(loop, *callback, false)};
    if (argument != nullptr) given.emplace_back(argument);
    if (argument != nullptr && argument->await_kind() == loop::AwaitKind::sleep) given.push_back(Value::none());
    return handle(ask(loop, m_later ? "call_later" : "call_at", given, nullptr));
  }

  loop::Outcome create_task(loop::EventLoop& loop, const Ref<loop::CoroutineObject>& coroutine, std::string_view name,
                            const Ref<loop::Context>& context) override {
    if (!m_task) return loop.make_task(coroutine, name, context);
    const Ref<Dict> keywords = m_vm.dict();
    if (!name.empty()) keywords->set(*m_vm.intern("name"), m_vm.str(name));
    if (context) keywords->set(*m_vm.intern("context"), Value(context));
    const Value method = m_vm.get_attr(Value(&loop), "create_task");
    return m_vm.to_outcome(method.is_set() ? m_vm.call_with_dict(method, {Value(coroutine)}, keywords.get()) : Value());
  }

 private:
  /// Whole seconds as most programs write them.
  static Value plain_seconds(loop::Duration delay) {
    const auto whole = std::chrono::duration_cast<std::chrono::seconds>(delay);
    return whole == delay ? Value(static_cast<std::int64_t>(whole.count())) : seconds_value(delay);
  }

  Value callable(loop::EventLoop& loop, loop::Object& what, bool wakes) {
    const bool is_task = what.kind() == loop::ObjectKind::task;
    if (Value own = is_task ? Value() : callable_of(what); own.is_set()) return own;
    const bool steps = is_task && !wakes;
    const Value module = m_vm.modules().load(m_vm.intern("_asyncio"));
    Class* cls = as_class(m_vm.get_attr(module, steps ? "TaskStepMethWrapper" : "_LibraryCallback"));
    std::string name = is_task ? "Task.task_wakeup" : callback_repr(m_vm, what);
    name.resize(std::min(name.size(), name.find('(')));
    return make<LibraryCallback>(Ref<Class>(cls), Ref<loop::EventLoop>(&loop), Ref<loop::Object>(&what),
                                 steps ? std::string() : std::move(name));
  }

  /// Calls the method of the script. What it raises is reported: who schedules cannot hear it.
  Value ask(loop::EventLoop& loop, const char* name, std::span<const Value> given, const Ref<loop::Context>& context) {
    const Ref<loop::Exception> pending = m_vm.take_error();
    const Value method = m_vm.get_attr(Value(&loop), name);
    Value result;
    if (method.is_set()) {
      const Value keywords[] = {context ? Value(context) : Value()};
      const Ref<Tuple> names = context ? Tuple::create({Value(m_vm.intern("context"))}) : nullptr;
      const std::span<const Value> values(keywords, context ? 1 : 0);
      result = m_vm.call(method, CallArguments{given, values, names.get()});
    }
    if (!result.is_set()) m_vm.report_unraisable(m_vm.take_error(), "", method);
    if (pending) m_vm.raise(pending);
    return result;
  }

  static Ref<loop::Handle> handle(const Value& given) {
    const Value& core = given.is_set() ? Vm::core(given) : given;
    const bool is_handle = core.is_object(loop::ObjectKind::handle) || core.is_object(loop::ObjectKind::timer_handle);
    return is_handle ? Ref<loop::Handle>(core.as<loop::Handle>()) : nullptr;
  }

  Vm& m_vm;
  bool m_soon;
  bool m_at;
  bool m_later;
  bool m_task;
};

}  // namespace

std::unique_ptr<loop::LoopMethods> loop_methods_of(Vm& vm, const Class& cls) {
  const auto is_own = [&](const char* name) {
    const Value* found = cls.lookup(*vm.intern(name));
    return found != nullptr && !found->is_object(kind::native_function);
  };
  const bool soon = is_own("call_soon");
  const bool at = is_own("call_at");
  const bool later = is_own("call_later");
  const bool task = is_own("create_task");
  if (!soon && !at && !later && !task) return nullptr;
  return std::make_unique<ScriptLoopMethods>(vm, soon, at, later, task);
}

void add_library_callbacks(Vm& vm, Module& module) {
  const Ref<Class> step = make_class(vm, module, "TaskStepMethWrapper", "builtins");
  vm.define_methods(*step, kCall);
  vm.define_getters(*step, kSelf);
  const Ref<Class> other = make_class(vm, module, "_LibraryCallback", "builtins");
  vm.define_methods(*other, kCall);
  vm.define_getters(*other, kNames);
  vm.define_getters(*other, kSelf);
}

}  // namespace loopline::script::asyncio
