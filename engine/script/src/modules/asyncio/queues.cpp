// Queue, PriorityQueue, LifoQueue (CPython: queues.py).
#include "bindings.h"
#include "loop/queue.h"

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

template <Queue::Order order>
Value queue_new(Vm& vm, Arguments args) {
  std::int64_t capacity = 0;
  if (!args[2].is_none() && !vm.legacy) {
    return vm.type_error("As of 3.10, the *loop* parameter was removed from Queue() since it is no longer necessary");
  }
  if (!vm.index(args[1], capacity)) return {};
  return make<Queue>(vm.runtime(), capacity, order);
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
  return queue != nullptr ? none_or_raise(vm, queue->put_nowait(args[1])) : Value();
}
Value queue_get_nowait(Vm& vm, Arguments args) {
  Queue* queue = queue_of(vm, args[0]);
  return queue != nullptr ? vm.from_outcome(queue->get_nowait()) : Value();
}
Value queue_task_done(Vm& vm, Arguments args) {
  Queue* queue = queue_of(vm, args[0]);
  return queue != nullptr ? none_or_raise(vm, queue->task_done()) : Value();
}
Value queue_qsize(Vm& vm, Arguments args) {
  const Queue* queue = queue_of(vm, args[0]);
  return queue != nullptr ? Value(static_cast<std::int64_t>(queue->size())) : Value();
}
Value queue_empty(Vm& vm, Arguments args) {
  const Queue* queue = queue_of(vm, args[0]);
  return queue != nullptr ? Value(queue->is_empty()) : Value();
}
Value queue_full(Vm& vm, Arguments args) {
  const Queue* queue = queue_of(vm, args[0]);
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
  const Queue* queue = queue_of(vm, args[0]);
  if (queue == nullptr) return {};
  return vm.list(std::vector<Value>(queue->items().begin(), queue->items().end()));
}

std::string description(Vm& vm, const Queue& queue) {
  std::string text = "maxsize=" + std::to_string(queue.capacity());
  if (!queue.is_empty()) {
    text += " _queue=" + vm.safe_repr(vm.list(std::vector<Value>(queue.items().begin(), queue.items().end())));
  }
  if (queue.getter_count() > 0) text += " _getters[" + std::to_string(queue.getter_count()) + "]";
  if (queue.putter_count() > 0) text += " _putters[" + std::to_string(queue.putter_count()) + "]";
  if (queue.unfinished() > 0) text += " tasks=" + std::to_string(queue.unfinished());
  return text;
}

Value queue_repr(Vm& vm, Arguments args) {
  const Queue* queue = queue_of(vm, args[0]);
  if (queue == nullptr) return {};
  return vm.str("<" + vm.type_name(args[0]) + " at " + vm.address_of(args[0]) + " " + description(vm, *queue) + ">");
}
Value queue_str(Vm& vm, Arguments args) {
  const Queue* queue = queue_of(vm, args[0]);
  return queue != nullptr ? vm.str("<" + vm.type_name(args[0]) + " " + description(vm, *queue) + ">") : Value();
}

constexpr NativeDefinition kQueue[] = {
    {"__new__", "cls, maxsize=0, *, loop=None", queue_new<Queue::Order::fifo>},
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
    {"__new__", "cls, maxsize=0, *, loop=None", queue_new<Queue::Order::priority>}};
constexpr NativeDefinition kLifoQueue[] = {{"__new__", "cls, maxsize=0, *, loop=None", queue_new<Queue::Order::lifo>}};

}  // namespace

void add_queues(Vm& vm, Module& module) {
  Types& types = vm.types();
  types.queue = make_class(vm, module, "Queue", "asyncio.queues", nullptr, ObjectKind::queue);
  vm.define_methods(*types.queue, kQueue);
  vm.define_getters(*types.queue, kQueueGetters);
  types.priority_queue = make_class(vm, module, "PriorityQueue", "asyncio.queues", types.queue.get());
  vm.define_methods(*types.priority_queue, kPriorityQueue);
  types.lifo_queue = make_class(vm, module, "LifoQueue", "asyncio.queues", types.queue.get());
  vm.define_methods(*types.lifo_queue, kLifoQueue);
}

}  // namespace loopline::script::asyncio
