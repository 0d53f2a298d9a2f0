#include "loop/memory.h"

#include <cassert>
#include <new>

#include "loop/object.h"

namespace loopline::loop {

Memory& Memory::memory_of_this_thread() noexcept {
  thread_local Memory own;
  return own;
}

MemoryScope::MemoryScope(Memory& memory) noexcept : m_outer(Memory::s_current) { Memory::s_current = &memory; }
MemoryScope::~MemoryScope() { Memory::s_current = m_outer; }

Memory::Memory() {
  m_containers.previous = &m_containers;
  m_containers.next = &m_containers;
}

Memory::~Memory() {
  if (s_current == this) s_current = nullptr;
  for (void* chunk : m_chunks) ::operator delete(chunk);
}

/// A block that was never used before.
void* Memory::carve(std::size_t bytes) {
  bytes = bytes == 0 ? kGranule : (bytes + kGranule - 1) / kGranule * kGranule;
  const auto left = static_cast<std::size_t>(m_chunk_end - m_chunk_at);
  if (left < bytes) {
    if (left > 0) {  // too little for this size class, but a whole block of a smaller one
      auto* block = reinterpret_cast<FreeBlock*>(m_chunk_at);
      block->next = free_list<Use::object>(left);
      free_list<Use::object>(left) = block;
    }
    m_chunk_at = static_cast<std::byte*>(::operator new(kChunkBytes));
    m_chunk_end = m_chunk_at + kChunkBytes;
    m_chunks.push_back(m_chunk_at);
  }
  void* block = m_chunk_at;
  m_chunk_at += bytes;
  return block;
}

void Memory::destroy(Object& object) noexcept {
  if (m_destruction_depth >= kDeepestDestruction) {
    m_deferred.push_back(&object);
    return;
  }
  ++m_destruction_depth;
  dispose_of(object);
  --m_destruction_depth;
  if (m_destruction_depth == 0 && !m_deferred.empty()) drain_deferred();
}

void Memory::dispose_of(Object& object) noexcept {
  if (object.is_weakly_referenced() && m_weak_listener != nullptr) m_weak_listener->died(object);
  object.dispose();
}

void Memory::drain_deferred() noexcept {
  ++m_destruction_depth;
  while (!m_deferred.empty()) {
    Object* object = m_deferred.back();
    m_deferred.pop_back();
    dispose_of(*object);
  }
  --m_destruction_depth;
}

std::vector<Container*> Memory::living_containers() {
  // Counted first: a vector that grows takes up to three times the memory, just when there is the least of it.
  std::size_t count = 0;
  for_each_container([&](Container&) { ++count; });
  std::vector<Container*> living;
  living.reserve(count);
  for_each_container([&](Container& container) { living.push_back(&container); });
  return living;
}

/// What a container refers to, and what is kept for it.
void Memory::visit_all_of(const Container& container, Visitor& visitor) const {
  container.visit(visitor);
  if (container.is_weakly_referenced() && m_weak_listener != nullptr) m_weak_listener->visit_kept(container, visitor);
}

/// Nothing is made or dropped while this looks. Meanwhile the living are marked, and a container's link backwards holds
/// a number instead: a table of a million containers would take longer than all the rest.
std::vector<Container*> Memory::unreachable_containers() {
  constexpr std::uint16_t kCounted = 0x8000;
  constexpr std::intptr_t kReached = -1;

  /// How many references come from outside, or that it is reached.
  struct Count {
    static bool has(const Object& object) { return (object.m_flags & kCounted) != 0; }
    static std::intptr_t get(Container& container) { return reinterpret_cast<std::intptr_t>(container.previous); }
    static void set(Container& container, std::intptr_t count) {
      container.previous = reinterpret_cast<ContainerLink*>(count);
    }
  };

  /// Subtracts, for every container, the references that come from other containers: what is left comes from outside.
  struct InnerReferences final : Visitor {
    void visit(Object* object) override {
      if (object == nullptr || !Count::has(*object)) return;
      auto& container = static_cast<Container&>(*object);
      Count::set(container, Count::get(container) - 1);
    }
  };

  /// Everything that a reachable container refers to is reachable too.
  struct Reach final : Visitor {
    std::vector<Container*> todo;
    void visit(Object* object) override {
      if (object == nullptr || !Count::has(*object)) return;
      auto& container = static_cast<Container&>(*object);
      if (Count::get(container) == kReached) return;
      Count::set(container, kReached);
      todo.push_back(&container);
    }
  };

  std::vector<Container*> living = living_containers();
  for (Container* container : living) {
    container->m_flags |= kCounted;
    Count::set(*container, container->references());
  }
  InnerReferences inner;
  for (const Container* container : living) visit_all_of(*container, inner);
  Reach reach;
  for (Container* container : living) {
    if (Count::get(*container) > 0) reach.visit(container);
  }
  while (!reach.todo.empty()) {
    const Container* container = reach.todo.back();
    reach.todo.pop_back();
    visit_all_of(*container, reach);
  }
  for (Container* container : living) container->m_flags &= static_cast<std::uint16_t>(~kCounted);
  std::erase_if(living, [](Container* container) { return Count::get(*container) == kReached; });
  for (ContainerLink* link = &m_containers; link->next != &m_containers; link = link->next) link->next->previous = link;
  return living;
}

std::size_t Memory::collect_cycles() {
  std::vector<Ref<Container>> doomed;
  const auto doom = [&doomed](Container* container) { doomed.emplace_back(container); };
  {
    const std::vector<Container*> found = unreachable_containers();
    doomed.reserve(found.size());
    for (Container* container : found) doom(container);
  }
  for (const Ref<Container>& container : doomed) {
    if ((container->m_flags & Object::kFinalized) == 0) {
      container->m_flags |= Object::kFinalized;
      container->finalize();
    }
  }
  // A finaliser may have made some of them reachable again: those live on, finalised once and for all. What it made
  // itself has not been finalised and is left to the next collection.
  const std::size_t found = doomed.size();
  doomed.clear();
  for (Container* container : unreachable_containers()) {
    if ((container->m_flags & Object::kFinalized) != 0) doom(container);
  }
  drop_all(doomed);
  return found;
}

void Memory::break_cycles() {
  std::vector<Ref<Container>> doomed;
  {
    const std::vector<Container*> found = unreachable_containers();
    doomed.reserve(found.size());
    for (Container* container : found) {
      container->m_flags |= Object::kFinalized;
      doomed.emplace_back(container);
    }
  }
  drop_all(doomed);
}

void Memory::drop_all(const std::vector<Ref<Container>>& doomed) {
  for (const Ref<Container>& container : doomed) {
    container->drop_references();
    if (container->is_weakly_referenced() && m_weak_listener != nullptr) m_weak_listener->drop_kept(*container);
  }
}

}  // namespace loopline::loop
