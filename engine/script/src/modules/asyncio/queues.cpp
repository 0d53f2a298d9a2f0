// Queue, PriorityQueue, LifoQueue (CPython: queues.py).
#include "../../builtins/builtin_class.h"
#include "bindings.h"
#include "loop/queue.h"
#include "script/module_registry.h"

namespace loopline::script::asyncio {

namespace {

using loop::Held;
using loop::ObjectKind;
using loop::Queue;

Queue* queue_of(Vm& vm, const Value& self) {
  Queue* queue = Vm::core_as<Queue>(self, ObjectKind::queue);
  if (queue == nullptr) vm.type_error("a 'Queue' object is required, not '" + vm.type_name(self) + "'");
  return queue;
}

Held<Queue> held(Queue* queue) { return Held<Queue>(Ref<Queue>(queue)); }
Value none_or_raise(Vm& vm, const Ref<loop::Exception>& error) { return error ? vm.raise(error) : Value::none(); }

/// The queue of a script's class: it keeps its items in the object that scripts know as `_queue`, and asks the methods
/// that a class may override (_put, _get, qsize, empty, full, put_nowait, get_nowait) as CPython's does.
class ScriptQueue final : public Queue {
 public:
  ScriptQueue(Vm& vm, Order order) : Queue(vm.runtime(), 0, order), m_vm(vm) {}

  /// `_queue`: unset before `_init` has run.
  Value container;

  std::size_t size() const override {
    const Value count = ask("qsize");
    return count.is_set() && is_integer(count) ? static_cast<std::size_t>(count.as_int()) : 0;
  }
  bool is_empty() const override {
    const Value answer = ask("empty");
    return !answer.is_set() || m_vm.truth(answer) != 0;
  }
  bool is_full() const override {
    const Value answer = ask("full");
    return answer.is_set() && m_vm.truth(answer) > 0;
  }
  Ref<loop::Exception> put_nowait(Value item) override {
    return m_vm.call_method(self(), "put_nowait", {std::move(item)}).is_set() ? nullptr : m_vm.take_error();
  }
  loop::Outcome get_nowait() override { return m_vm.to_outcome(m_vm.call_method(self(), "get_nowait")); }
  Ref<loop::Exception> put_now(Value item) { return Queue::put_nowait(std::move(item)); }
  loop::Outcome get_now() { return Queue::get_nowait(); }

  void visit(Visitor& visitor) const override {
    Queue::visit(visitor);
    visit_value(visitor, container);
  }
  void drop_references() noexcept override {
    Queue::drop_references();
    container.reset();
  }

 protected:
  Ref<loop::Exception> insert(Value item) override {
    return m_vm.call_method(self(), "_put", {std::move(item)}).is_set() ? nullptr : m_vm.take_error();
  }
  loop::Outcome take() override { return m_vm.to_outcome(m_vm.call_method(self(), "_get")); }

 private:
  Value self() const { return Value(const_cast<ScriptQueue*>(this)); }
  /// What a method without arguments gives; what it raises is nobody's to catch here.
  Value ask(const char* method) const {
    const Value answer = m_vm.call_method(self(), method);
    if (const Ref<loop::Exception> raised = m_vm.take_error()) m_vm.report_unraisable(raised, "", self());
    return answer;
  }
  Vm& m_vm;
};

ScriptQueue* script_queue(Queue* queue) noexcept { return dynamic_cast<ScriptQueue*>(queue); }

/// deque() of the items, or a list of them where the queue keeps one.
Value container_of(Vm& vm, Queue::Order order, std::vector<Value> items) {
  Value list = vm.list(std::move(items));
  if (order != Queue::Order::fifo) return list;
  const Value collections = vm.modules().load(vm.intern("collections"));
  const Value deque = collections.is_set() ? vm.get_attr(collections, "deque") : Value();
  return deque.is_set() ? vm.call(deque, {list}) : Value();
}

/// False after raising: `loop=` is no parameter any more.
bool check_no_loop(Vm& vm, const Value& given) {
  if (!given.is_set() || vm.legacy) return true;
  vm.type_error("Queue.__init__() got an unexpected keyword argument 'loop'");
  return false;
}

template <Queue::Order order>
Value queue_new(Vm& vm, Arguments args) {
  Class& cls = builtin_class(args[0]);
  if (as_class(args[0]) != &cls) return vm.finish_new(args[0], cls, make<ScriptQueue>(vm, order));
  std::int64_t capacity = 0;
  if (!check_no_loop(vm, args[2]) || !vm.index(args[1], capacity)) return {};
  return make<Queue>(vm.runtime(), capacity, order);
}

/// Of a script's class only: what __new__ has made is empty.
Value queue_init(Vm& vm, Arguments args) {
  Queue* queue = queue_of(vm, args[0]);
  std::int64_t capacity = 0;
  if (queue == nullptr || !check_no_loop(vm, args[2]) || !vm.index(args[1], capacity)) return {};
  queue->set_capacity(capacity);
  return vm.call_method(args[0], "_init", {args[1]}).is_set() ? Value::none() : Value();
}

/// _init, _put, _get as the base class has them.
Value queue_init_items(Vm& vm, Arguments args) {
  ScriptQueue* queue = script_queue(queue_of(vm, args[0]));
  if (queue == nullptr) return vm.has_error() ? Value() : Value::none();
  queue->container = container_of(vm, queue->order(), {});
  return queue->container.is_set() ? Value::none() : Value();
}
Value heap_function(Vm& vm, const char* name) {
  const Value heapq = vm.modules().load(vm.intern("heapq"));
  return heapq.is_set() ? vm.get_attr(heapq, name) : Value();
}
Value queue_put_item(Vm& vm, Arguments args) {
  ScriptQueue* queue = script_queue(queue_of(vm, args[0]));
  if (queue == nullptr) return vm.has_error() ? Value() : vm.runtime_error("_put() belongs to derived classes");
  const Value container = queue->container;
  if (queue->order() != Queue::Order::priority) return vm.call_method(container, "append", {args[1]});
  const Value push = heap_function(vm, "heappush");
  return push.is_set() ? vm.call(push, {container, args[1]}) : Value();
}
Value queue_get_item(Vm& vm, Arguments args) {
  ScriptQueue* queue = script_queue(queue_of(vm, args[0]));
  if (queue == nullptr) return vm.has_error() ? Value() : vm.runtime_error("_get() belongs to derived classes");
  const Value container = queue->container;
  switch (queue->order()) {
    case Queue::Order::fifo: return vm.call_method(container, "popleft");
    case Queue::Order::lifo: return vm.call_method(container, "pop");
    case Queue::Order::priority: break;
  }
  const Value pop = heap_function(vm, "heappop");
  return pop.is_set() ? vm.call(pop, {container}) : Value();
}

Value queue_put(Vm& vm, Arguments args) {
  Queue* queue = queue_of(vm, args[0]);
  return queue != nullptr ? coroutine(vm, Queue::put(held(queue), args[1]), "Queue.put") : Value();
}
Value queue_get(Vm& vm, Arguments args) {
  Queue* queue = queue_of(vm, args[0]);
  return queue != nullptr ? coroutine(vm, Queue::get(held(queue)), "Queue.get") : Value();
}
Value queue_join(Vm& vm, Arguments args) {
  Queue* queue = queue_of(vm, args[0]);
  return queue != nullptr ? coroutine(vm, Queue::join(held(queue)), "Queue.join") : Value();
}
Value queue_put_nowait(Vm& vm, Arguments args) {
  Queue* queue = queue_of(vm, args[0]);
  if (ScriptQueue* own = script_queue(queue)) return none_or_raise(vm, own->put_now(args[1]));
  return queue != nullptr ? none_or_raise(vm, queue->put_nowait(args[1])) : Value();
}
Value queue_get_nowait(Vm& vm, Arguments args) {
  Queue* queue = queue_of(vm, args[0]);
  if (ScriptQueue* own = script_queue(queue)) return vm.from_outcome(own->get_now());
  return queue != nullptr ? vm.from_outcome(queue->get_nowait()) : Value();
}
Value queue_task_done(Vm& vm, Arguments args) {
  Queue* queue = queue_of(vm, args[0]);
  return queue != nullptr ? none_or_raise(vm, queue->task_done()) : Value();
}
Value queue_qsize(Vm& vm, Arguments args) {
  Queue* queue = queue_of(vm, args[0]);
  if (const ScriptQueue* own = script_queue(queue)) {
    const std::int64_t length = vm.length(own->container);
    return length >= 0 ? Value(length) : Value();
  }
  return queue != nullptr ? Value(static_cast<std::int64_t>(queue->size())) : Value();
}
Value queue_empty(Vm& vm, Arguments args) {
  Queue* queue = queue_of(vm, args[0]);
  if (const ScriptQueue* own = script_queue(queue)) {
    const int truth = vm.truth(own->container);
    return truth >= 0 ? Value(truth == 0) : Value();
  }
  return queue != nullptr ? Value(queue->is_empty()) : Value();
}
Value queue_full(Vm& vm, Arguments args) {
  Queue* queue = queue_of(vm, args[0]);
  if (const ScriptQueue* own = script_queue(queue)) {
    return Value(own->capacity() > 0 && static_cast<std::int64_t>(own->size()) >= own->capacity());
  }
  return queue != nullptr ? Value(queue->is_full()) : Value();
}
Value queue_maxsize(Vm& vm, Arguments args) {
  const Queue* queue = queue_of(vm, args[0]);
  return queue != nullptr ? Value(queue->capacity()) : Value();
}
Value queue_unfinished(Vm& vm, Arguments args) {
  const Queue* queue = queue_of(vm, args[0]);
  return queue != nullptr ? Value(queue->unfinished()) : Value();
}
Value queue_items(Vm& vm, Arguments args) {
  Queue* queue = queue_of(vm, args[0]);
  if (queue == nullptr) return {};
  if (const ScriptQueue* own = script_queue(queue)) {
    return own->container.is_set() ? own->container : vm.raise_no_attribute(args[0], *vm.intern("_queue"));
  }
  return container_of(vm, queue->order(), std::vector<Value>(queue->items().begin(), queue->items().end()));
}
Value queue_set_items(Vm& vm, Arguments args) {
  ScriptQueue* queue = script_queue(queue_of(vm, args[0]));
  if (queue == nullptr) return vm.has_error() ? Value() : vm.attribute_error("attribute '_queue' is not writable");
  queue->container = args[1];
  return Value::none();
}

std::string description(Vm& vm, Queue& queue) {
  std::string text = "maxsize=" + std::to_string(queue.capacity());
  if (const ScriptQueue* own = script_queue(&queue)) {
    if (own->container.is_set() && vm.truth(own->container) > 0) {
      const Value list = vm.call(Value(vm.types().list), {own->container});
      text += " _queue=" + vm.safe_repr(list.is_set() ? list : own->container);
    }
    vm.take_error();
  } else if (!queue.is_empty()) {
    text += " _queue=" + vm.safe_repr(vm.list(std::vector<Value>(queue.items().begin(), queue.items().end())));
  }
  if (queue.getter_count() > 0) text += " _getters[" + std::to_string(queue.getter_count()) + "]";
  if (queue.putter_count() > 0) text += " _putters[" + std::to_string(queue.putter_count()) + "]";
  if (queue.unfinished() > 0) text += " tasks=" + std::to_string(queue.unfinished());
  return text;
}

Value queue_repr(Vm& vm, Arguments args) {
  Queue* queue = queue_of(vm, args[0]);
  if (queue == nullptr) return {};
  return vm.str("<" + vm.type_name(args[0]) + " at " + vm.address_of(args[0]) + " " + description(vm, *queue) + ">");
}
Value queue_str(Vm& vm, Arguments args) {
  Queue* queue = queue_of(vm, args[0]);
  return queue != nullptr ? vm.str("<" + vm.type_name(args[0]) + " " + description(vm, *queue) + ">") : Value();
}

constexpr NativeDefinition kQueue[] = {
    {"__new__", "cls, maxsize=0, *, loop?", queue_new<Queue::Order::fifo>},
    {"__init__", "self, maxsize=0, *, loop?", queue_init},
    {"_init", "self, maxsize", queue_init_items},
    {"_put", "self, item", queue_put_item},
    {"_get", "self, /", queue_get_item},
    {"put", "self, item", queue_put},
    {"get", "self, /", queue_get},
    {"join", "self, /", queue_join},
    {"put_nowait", "self, item", queue_put_nowait},
    {"get_nowait", "self, /", queue_get_nowait},
    {"task_done", "self, /", queue_task_done},
    {"qsize", "self, /", queue_qsize},
    {"empty", "self, /", queue_empty},
    {"full", "self, /", queue_full},
    {"__repr__", "self, /", queue_repr},
    {"__str__", "self, /", queue_str},
};
constexpr NativeDefinition kQueueGetters[] = {
    {"maxsize", "self, /", queue_maxsize},
    {"_maxsize", "self, /", queue_maxsize},
    {"_unfinished_tasks", "self, /", queue_unfinished},
    {"_queue", "self, /", queue_items},
};
constexpr NativeDefinition kPriorityQueue[] = {
    {"__new__", "cls, maxsize=0, *, loop?", queue_new<Queue::Order::priority>}};
constexpr NativeDefinition kLifoQueue[] = {{"__new__", "cls, maxsize=0, *, loop?", queue_new<Queue::Order::lifo>}};

}  // namespace

void add_queues(Vm& vm, Module& module) {
  Types& types = vm.types();
  types.queue = make_class(vm, module, "Queue", "asyncio.queues", nullptr, ObjectKind::queue);
  vm.define_methods(*types.queue, kQueue);
  vm.define_getters(*types.queue, kQueueGetters);
  define_setter(vm, *types.queue, "_queue", queue_set_items);
  types.priority_queue = make_class(vm, module, "PriorityQueue", "asyncio.queues", types.queue.get());
  vm.define_methods(*types.priority_queue, kPriorityQueue);
  types.lifo_queue = make_class(vm, module, "LifoQueue", "asyncio.queues", types.queue.get());
  vm.define_methods(*types.lifo_queue, kLifoQueue);
  for (const Ref<Class>* each : {&types.queue, &types.priority_queue, &types.lifo_queue})
    (*each)->filled_by_init = true;
}

}  // namespace loopline::script::asyncio
