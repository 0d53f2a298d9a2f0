// Reference-counted objects: what values, futures, tasks and exceptions have in common.
//
// Counting is as visible as in CPython: an object dies when its last reference goes, and its end may be an event of the
// program (a coroutine that was never awaited). Counts are not atomic: a run's threads take turns (virtual_threads.h).
#pragma once

#include <cassert>
#include <cstdint>
#include <type_traits>
#include <utility>

#include "loop/memory.h"

namespace loopline::loop {

/// What an object is, for code that must know without asking its class. Layers above number theirs from kFirstForeign.
enum class ObjectKind : std::uint8_t {
  other,
  boxed,
  future,
  timer_future,
  task,
  coroutine,
  handle,
  timer_handle,
  event_loop,
  context,
  context_var,
  exception,
  lock,
  event,
  condition,
  semaphore,
  barrier,
  queue,
  concurrent_future,
  executor,
  timeout,
  task_group,
  runner,
  as_completed,
  first_foreign = 64,
};

class Object {
 public:
  explicit Object(ObjectKind kind) noexcept : m_kind(kind) {}
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;
  virtual ~Object() = default;

  ObjectKind kind() const noexcept { return m_kind; }
  std::uint32_t references() const noexcept { return m_references; }

  void retain() const noexcept { ++m_references; }
  void release() const noexcept {
    assert(m_references > 0);
    if (--m_references == 0) [[unlikely]]
      Memory::current().destroy(const_cast<Object&>(*this));
  }

  static void* operator new(std::size_t bytes) { return Memory::current().allocate(bytes); }
  static void operator delete(void* block, std::size_t bytes) noexcept { Memory::current().deallocate(block, bytes); }

  /// Weak references to this object exist and must be told when it dies (a table above the loop knows them).
  bool is_weakly_referenced() const noexcept { return (m_flags & kWeaklyReferenced) != 0; }
  void set_weakly_referenced() noexcept { m_flags |= kWeaklyReferenced; }

  /// A mark for algorithms that look for duplicates; whoever sets it takes it off again.
  bool is_marked() const noexcept { return (m_flags & kMarked) != 0; }
  void set_mark(bool mark) noexcept {
    m_flags = static_cast<std::uint16_t>(mark ? m_flags | kMarked : m_flags & ~kMarked);
  }

 protected:
  friend class Memory;
  /// Called when the last reference went. Objects whose end is an event override it, hold themselves with a reference
  /// while they tell it, and call it again unless somebody kept them.
  virtual void dispose() noexcept { delete this; }

  static constexpr std::uint16_t kWeaklyReferenced = 1;
  static constexpr std::uint16_t kFinalized = 2;
  static constexpr std::uint16_t kMarked = 4;
  static constexpr std::uint16_t kFirstOwnFlag = 8;

  mutable std::uint32_t m_references = 0;
  ObjectKind m_kind;
  std::uint8_t m_small = 0;  ///< for one class of each line of descent, which says there what it keeps in it
  std::uint16_t m_flags = 0;
};
static_assert(sizeof(Object) == 16);

/// Told of every object a container refers to; see Container::visit.
class Visitor {
 public:
  virtual void visit(Object* object) = 0;

 protected:
  ~Visitor() = default;
};

/// An object that refers to others and may be part of a cycle.
class Container : public Object, private ContainerLink {
 public:
  explicit Container(ObjectKind kind) noexcept : Object(kind) { Memory::current().link(*this); }
  /// A container that the collector does not know until link_to_memory(): for what nearly always dies young.
  struct Unlinked {};
  Container(ObjectKind kind, Unlinked /*later*/) noexcept : Object(kind) {}
  ~Container() override { Memory::unlink(*this); }

  /// Names every object this one holds a counted reference to, once for each reference.
  virtual void visit(Visitor& visitor) const = 0;
  /// Drops those references. The object stays valid, though useless.
  virtual void drop_references() noexcept = 0;
  /// What the object has to say at its end; called once by the collector before any reference is dropped.
  virtual void finalize() noexcept {}

 protected:
  bool is_linked() const noexcept { return next != nullptr; }
  void link_to_memory() noexcept {
    if (!is_linked()) Memory::current().link(*this);
  }

 private:
  friend class Memory;
};

template <class See>
void Memory::for_each_container(See see) const {
  for (ContainerLink* link = m_containers.next; link != &m_containers; link = link->next) {
    auto& container = static_cast<Container&>(*link);
    // A count of zero is an object under construction or destruction.
    if (container.references() > 0) see(container);
  }
}

/// A counted reference.
template <class T>
class Ref {
 public:
  Ref() noexcept = default;
  Ref(std::nullptr_t) noexcept {}  // NOLINT(google-explicit-constructor): as a pointer
  explicit Ref(T* object) noexcept : m_object(object) {
    if (m_object != nullptr) m_object->retain();
  }
  Ref(const Ref& other) noexcept : Ref(other.m_object) {}
  Ref(Ref&& other) noexcept : m_object(std::exchange(other.m_object, nullptr)) {}
  template <class U>
  requires std::is_convertible_v<U*, T*> Ref(const Ref<U>& other)
  noexcept : Ref(static_cast<T*>(other.get())) {}  // NOLINT: converts as the pointer does
  template <class U>
  requires std::is_convertible_v<U*, T*> Ref(Ref<U>&& other)
  noexcept : m_object(other.detach()) {}  // NOLINT: converts as the pointer does
  ~Ref() {
    if (m_object != nullptr) m_object->release();
  }
  Ref& operator=(Ref other) noexcept {
    std::swap(m_object, other.m_object);
    return *this;
  }

  /// Takes over a reference that somebody already counted.
  static Ref adopt(T* object) noexcept {
    Ref ref;
    ref.m_object = object;
    return ref;
  }
  /// Gives the reference away uncounted; the caller releases it.
  [[nodiscard]] T* detach() noexcept { return std::exchange(m_object, nullptr); }

  void swap(Ref& other) noexcept { std::swap(m_object, other.m_object); }

  T* get() const noexcept { return m_object; }
  T* operator->() const noexcept { return m_object; }
  T& operator*() const noexcept { return *m_object; }
  explicit operator bool() const noexcept { return m_object != nullptr; }
  template <class U>
  bool operator==(const Ref<U>& other) const noexcept {
    return m_object == other.get();
  }
  bool operator==(const T* other) const noexcept { return m_object == other; }

 private:
  T* m_object = nullptr;
};

template <class T, class... Args>
Ref<T> make(Args&&... args) {
  return Ref<T>(new T(std::forward<Args>(args)...));
}

}  // namespace loopline::loop
