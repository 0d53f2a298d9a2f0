#include "loop/context.h"

#include <algorithm>

#include "loop/memory.h"

namespace loopline::loop {

namespace {

void visit_value(Visitor& visitor, const Value& value) {
  if (value.is_object()) visitor.visit(value.as_object());
}

}  // namespace

void ContextVar::visit(Visitor& visitor) const { visit_value(visitor, m_default); }

void Context::Entries::visit(Visitor& visitor) const {
  for (const Entry& entry : list) {
    visitor.visit(entry.variable.get());
    visit_value(visitor, entry.value);
  }
}

Context::Entries::~Entries() { Memory::current().shrank(m_accounted); }

void Context::Entries::account() noexcept {
  constexpr std::size_t kBlock = 16;  // what the allocator takes beside it
  Memory& memory = Memory::current();
  memory.shrank(m_accounted);
  m_accounted = list.capacity() == 0 ? 0 : list.capacity() * sizeof(Entry) + kBlock;
  memory.grew(m_accounted);
}

Ref<Context> Context::copy() const {
  Ref<Context> copied = make<Context>();
  copied->m_entries = m_entries;
  return copied;
}

const Value* Context::find(const ContextVar& variable) const noexcept {
  for (const Entry& entry : entries()) {
    if (entry.variable == &variable) return &entry.value;
  }
  return nullptr;
}

Context::Entries& Context::own_entries() {
  if (!m_entries) {
    m_entries = make<Entries>();
  } else if (m_entries->references() > 1) {
    Ref<Entries> own = make<Entries>();
    own->list = m_entries->list;
    own->account();
    m_entries = own;
  }
  return *m_entries;
}

void Context::set(const Ref<ContextVar>& variable, Value value) {
  std::vector<Entry>& list = own_entries().list;
  const auto found = std::ranges::find_if(list, [&](const Entry& entry) { return entry.variable == variable; });
  if (found != list.end()) {
    found->value = std::move(value);
  } else {
    list.push_back({variable, std::move(value)});
    m_entries->account();
  }
}

void Context::erase(const ContextVar& variable) {
  if (find(variable) == nullptr) return;
  std::erase_if(own_entries().list, [&](const Entry& entry) { return entry.variable == &variable; });
}

const std::vector<Context::Entry>& Context::entries() const noexcept {
  static const std::vector<Entry> none;
  return m_entries ? m_entries->list : none;
}

void Context::visit(Visitor& visitor) const { visitor.visit(m_entries.get()); }
void Context::drop_references() noexcept { m_entries = nullptr; }

}  // namespace loopline::loop
