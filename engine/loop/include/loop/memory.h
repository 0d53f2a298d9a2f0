// The memory of one run: pooled blocks, a count of live bytes, and the list of objects that can form cycles.
//
// Everything a run allocates (values, futures, tasks, coroutine frames) comes from the Memory that is current on the
// thread. Virtual threads of a run share one Memory: only one of them runs at a time, so nothing here is locked.
// The thread-local pointer behind current() is one of the two globals of the program (the other is SQLite's
// configuration): objects and coroutine frames find their pool there, because operator new takes no argument that could
// lead to it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace loopline::loop {

class Container;
class Object;
template <class T>
class Ref;
class Visitor;
class WeakReferenceListener;

/// Base of every container: its place in the doubly-linked list of all of them, in order of creation.
struct ContainerLink {
  ContainerLink* previous = nullptr;
  ContainerLink* next = nullptr;
};

class Memory {
 public:
  Memory();
  ~Memory();
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;

  /// The memory of the calling thread. A thread that nobody gave one has its own until it ends.
  static Memory& current() noexcept {
    if (s_current == nullptr) [[unlikely]]
      s_current = &memory_of_this_thread();
    return *s_current;
  }

  /// Blocks of either kind come back as the same kind only: where a frame and the task that drives it have the same
  /// size, one list of free blocks for both would be shuffled a little more by every batch of tasks, until each new
  /// task touches two cold pages.
  enum class Use : std::uint8_t { object, frame };
  template <Use use = Use::object>
  void* allocate(std::size_t bytes);
  template <Use use = Use::object>
  void deallocate(void* block, std::size_t bytes) noexcept;

  /// Bytes that objects hold outside their own block (the storage of a list, the text of a string).
  void grew(std::size_t bytes) noexcept { m_live_bytes += bytes; }
  void shrank(std::size_t bytes) noexcept { m_live_bytes -= bytes; }
  std::size_t live_bytes() const noexcept { return m_live_bytes; }

  void link(ContainerLink& container) noexcept {
    ContainerLink* const last = m_containers.previous;
    container.previous = last;
    container.next = &m_containers;
    last->next = &container;
    m_containers.previous = &container;
  }
  static void unlink(ContainerLink& container) noexcept {
    ContainerLink* const next = container.next;
    if (next == nullptr) return;  // was never linked
    container.previous->next = next;
    next->previous = container.previous;
  }
  void set_weak_reference_listener(WeakReferenceListener* listener) noexcept { m_weak_listener = listener; }

  /// Finds containers that only each other keep alive, finalises them in order of creation, then breaks their cycles.
  /// Returns how many there were. CPython's cycle collector, run where FORMAT.md says: at the end only.
  std::size_t collect_cycles();
  /// The same without finalising anything: when nothing runs any more.
  void break_cycles();

  /// Calls `see` for every linked container that somebody refers to, in order of creation. It must not make or drop
  /// any.
  template <class See>
  void for_each_container(See see) const;

  /// Destroys an object whose last reference went. Bounded: beyond a depth of nested destructions, objects wait in a
  /// list until the outermost one has returned.
  void destroy(Object& object) noexcept;

 private:
  friend class MemoryScope;
  static Memory& memory_of_this_thread() noexcept;
  static inline constinit thread_local Memory* s_current = nullptr;

  static constexpr std::size_t kGranule = 16;
  static constexpr std::size_t kLargestPooled = 1024;
  static constexpr std::size_t kChunkBytes = std::size_t{64} * 1024;
  static constexpr int kDeepestDestruction = 100;

  struct FreeBlock {
    FreeBlock* next;
  };

  static constexpr std::size_t kSizeClasses = kLargestPooled / kGranule + 1;
  /// Where a free block of that many bytes is linked.
  template <Use use>
  FreeBlock*& free_list(std::size_t bytes) noexcept {
    return m_free[(use == Use::frame ? kSizeClasses : 0) + (bytes + kGranule - 1) / kGranule];
  }

  void* carve(std::size_t bytes);
  std::vector<Container*> living_containers();
  std::vector<Container*> unreachable_containers();
  void drop_all(const std::vector<Ref<Container>>& doomed);
  void visit_all_of(const Container& container, Visitor& visitor) const;
  void dispose_of(Object& object) noexcept;
  void drain_deferred() noexcept;

  std::array<FreeBlock*, 2 * kSizeClasses> m_free{};
  std::byte* m_chunk_at = nullptr;
  std::byte* m_chunk_end = nullptr;
  std::size_t m_live_bytes = 0;
  int m_destruction_depth = 0;
  ContainerLink m_containers;
  WeakReferenceListener* m_weak_listener = nullptr;
  std::vector<Object*> m_deferred;
  std::vector<void*> m_chunks;
};

/// Keeps what belongs to objects besides themselves: weak references to them, attributes that they have no place for.
/// Asked only of objects that are marked so (Object::set_weakly_referenced()).
class WeakReferenceListener {
 public:
  /// The object dies and will be destroyed after this.
  virtual void died(Object& object) noexcept = 0;
  /// Visits what is kept for the object as if the object itself referred to it.
  virtual void visit_kept(const Object& object, Visitor& visitor) const = 0;
  /// Lets go of what is kept for it, to break a cycle.
  virtual void drop_kept(Object& object) noexcept = 0;

 protected:
  ~WeakReferenceListener() = default;
};

/// Makes a memory the calling thread's current one for a scope.
class MemoryScope {
 public:
  explicit MemoryScope(Memory& memory) noexcept;
  ~MemoryScope();
  MemoryScope(const MemoryScope&) = delete;
  MemoryScope& operator=(const MemoryScope&) = delete;

 private:
  Memory* m_outer;
};

template <Memory::Use use>
void* Memory::allocate(std::size_t bytes) {
  m_live_bytes += bytes;
#ifndef LOOPLINE_SANITIZED  // a sanitizer sees every block by itself
  if (bytes <= kLargestPooled) [[likely]] {
    FreeBlock*& first = free_list<use>(bytes);
    FreeBlock* block = first;
    if (block == nullptr) [[unlikely]]
      return carve(bytes);
    first = block->next;
    return block;
  }
#endif
  return ::operator new(bytes);
}

template <Memory::Use use>
void Memory::deallocate(void* block, std::size_t bytes) noexcept {
  m_live_bytes -= bytes;
#ifndef LOOPLINE_SANITIZED
  if (bytes <= kLargestPooled) [[likely]] {
    auto* freed = static_cast<FreeBlock*>(block);
    FreeBlock*& first = free_list<use>(bytes);
    freed->next = first;
    first = freed;
    return;
  }
#endif
  ::operator delete(block);
}

}  // namespace loopline::loop
