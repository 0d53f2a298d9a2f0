#include "script/objects/sequences.h"

#include <new>

namespace loopline::script {

// ---- Tuple ----------------------------------------------------------------------------------------------------------

Ref<Tuple> Tuple::of_size(std::size_t size) {
  void* block = loop::Memory::current().allocate(sizeof(Tuple) + size * sizeof(Value));
  return Ref<Tuple>(::new (block) Tuple(size));
}

Ref<Tuple> Tuple::create(std::span<const Value> items) {
  Ref<Tuple> made = of_size(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) new (made->items() + i) Value(items[i]);
  return made;
}

Ref<Tuple> Tuple::take(std::span<Value> items) {
  Ref<Tuple> made = of_size(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) new (made->items() + i) Value(std::move(items[i]));
  return made;
}

void Tuple::dispose() noexcept {
  const std::size_t bytes = sizeof(Tuple) + m_size * sizeof(Value);
  // From the end, as CPython: the order is visible where items have something to say at theirs.
  for (std::size_t i = m_size; i-- > 0;) items()[i].~Value();
  this->~Tuple();
  loop::Memory::current().deallocate(this, bytes);
}

void Tuple::visit(Visitor& visitor) const {
  for (const Value& item : values()) visit_value(visitor, item);
}

void Tuple::drop_references() noexcept {
  for (std::size_t i = 0; i < m_size; ++i) items()[i] = Value::none();
}

// ---- List -----------------------------------------------------------------------------------------------------------

/// What room for so many values takes, with what the allocator needs to know of it.
static std::size_t storage_bytes(std::size_t capacity) noexcept {
  constexpr std::size_t kOverhead = 16;
  return capacity == 0 ? 0 : capacity * sizeof(Value) + kOverhead;
}

List::~List() {
  while (!items.empty()) items.pop_back();
  loop::Memory::current().shrank(storage_bytes(m_accounted));
}

void List::account() noexcept {
  loop::Memory& memory = loop::Memory::current();
  memory.shrank(storage_bytes(m_accounted));
  m_accounted = items.capacity();
  memory.grew(storage_bytes(m_accounted));
}

void List::visit(Visitor& visitor) const {
  for (const Value& item : items) visit_value(visitor, item);
}

// ---- Slice, Range ---------------------------------------------------------------------------------------------------

void Slice::visit(Visitor& visitor) const {
  visit_value(visitor, start);
  visit_value(visitor, stop);
  visit_value(visitor, step);
}

void Slice::drop_references() noexcept {
  start = Value::none();
  stop = Value::none();
  step = Value::none();
}

Bytes::Bytes(std::string bytes) : Object(kind::bytes), data(std::move(bytes)) {
  loop::Memory::current().grew(data.capacity());
}

Bytes::~Bytes() { loop::Memory::current().shrank(data.capacity()); }

ByteArray::~ByteArray() { loop::Memory::current().shrank(m_accounted); }

void ByteArray::account() noexcept {
  loop::Memory& memory = loop::Memory::current();
  memory.shrank(m_accounted);
  m_accounted = data.capacity();
  memory.grew(m_accounted);
}

Range::Range(std::int64_t start, std::int64_t stop, std::int64_t step) noexcept
    : Object(kind::range), start(start), stop(stop), step(step), m_length(0) {
  // In unsigned arithmetic: the distance may not fit a signed number.
  const auto lo = static_cast<std::uint64_t>(step > 0 ? start : stop);
  const auto hi = static_cast<std::uint64_t>(step > 0 ? stop : start);
  const auto stride = step > 0 ? static_cast<std::uint64_t>(step) : 0U - static_cast<std::uint64_t>(step);
  const bool any = step > 0 ? start < stop : stop < start;
  if (any) m_length = static_cast<std::int64_t>((hi - lo - 1) / stride + 1);
}

}  // namespace loopline::script
