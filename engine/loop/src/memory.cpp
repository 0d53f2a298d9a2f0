#include "loop/memory.h"

#include <cassert>
#include <functional>
#include <new>
#include <unordered_map>

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

namespace {

/// Subtracts, for every container, the references that come from other containers: what is left comes from outside.
class InnerReferences final : public Visitor {
 public:
  explicit InnerReferences(std::unordered_map<Object*, std::int64_t>& outside) : m_outside(outside) {}
  void visit(Object* object) override {
    if (object == nullptr) return;
    if (auto found = m_outside.find(object); found != m_outside.end()) --found->second;
  }

 private:
  std::unordered_map<Object*, std::int64_t>& m_outside;
};

/// Marks everything that a reachable container refers to as reachable too.
class Reach final : public Visitor {
 public:
  Reach(std::unordered_map<Object*, std::int64_t>& outside, std::function<void(Container&, Reach&)> visit_all_of)
      : m_outside(outside), m_visit_all_of(std::move(visit_all_of)) {}
  void visit(Object* object) override {
    if (object == nullptr) return;
    auto found = m_outside.find(object);
    if (found == m_outside.end() || found->second == kReached) return;
    found->second = kReached;
    m_todo.push_back(static_cast<Container*>(object));
  }
  void run() {
    while (!m_todo.empty()) {
      Container* container = m_todo.back();
      m_todo.pop_back();
      m_visit_all_of(*container, *this);
    }
  }
  static constexpr std::int64_t kReached = -1;

 private:
  std::unordered_map<Object*, std::int64_t>& m_outside;
  std::function<void(Container&, Reach&)> m_visit_all_of;
  std::vector<Container*> m_todo;
};

}  // namespace

std::vector<Container*> Memory::living_containers() {
  std::vector<Container*> living;
  for_each_container([&](Container& container) { living.push_back(&container); });
  return living;
}

/// What a container refers to, and what is kept for it.
void Memory::visit_all_of(const Container& container, Visitor& visitor) const {
  container.visit(visitor);
  if (container.is_weakly_referenced() && m_weak_listener != nullptr) m_weak_listener->visit_kept(container, visitor);
}

std::vector<Container*> Memory::unreachable_containers() {
  std::vector<Container*> living = living_containers();
  std::unordered_map<Object*, std::int64_t> outside;
  for (Container* container : living) outside.emplace(container, container->references());
  InnerReferences inner(outside);
  for (const Container* container : living) visit_all_of(*container, inner);
  Reach reach(outside, [this](const Container& container, Visitor& visitor) { visit_all_of(container, visitor); });
  for (Container* container : living) {
    if (outside[container] > 0) reach.visit(container);
  }
  reach.run();
  std::erase_if(living, [&](Container* container) { return outside[container] == Reach::kReached; });
  return living;
}

std::size_t Memory::collect_cycles() {
  std::vector<Ref<Container>> doomed;
  for (Container* container : unreachable_containers()) doomed.emplace_back(container);
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
    if ((container->m_flags & Object::kFinalized) != 0) doomed.emplace_back(container);
  }
  for (const Ref<Container>& container : doomed) {
    container->drop_references();
    if (container->is_weakly_referenced() && m_weak_listener != nullptr) m_weak_listener->drop_kept(*container);
  }
  return found;
}

}  // namespace loopline::loop
