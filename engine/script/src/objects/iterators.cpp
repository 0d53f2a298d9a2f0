#include "script/objects/iterators.h"

#include <algorithm>

#include "script/vm.h"

namespace loopline::script {

namespace {

// No container has this size: once it was seen to change, an iterator says so for good.
constexpr std::size_t kChanged = static_cast<std::size_t>(-1);

}  // namespace

Value ListIterator::next(Vm& /*vm*/) {
  if (!list) return {};
  if (index < list->items.size()) return list->items[index++];
  list = nullptr;
  return {};
}

std::int64_t ListIterator::remaining() const {
  if (!list || index >= list->items.size()) return 0;
  return static_cast<std::int64_t>(list->items.size() - index);
}

Value ReversedListIterator::next(Vm& /*vm*/) {
  if (!m_list) return {};
  if (m_left > 0 && m_left <= m_list->items.size()) return m_list->items[--m_left];
  m_list = nullptr;
  return {};
}

std::int64_t ReversedListIterator::remaining() const {
  return m_list && m_left <= m_list->items.size() ? static_cast<std::int64_t>(m_left) : 0;
}

Value TupleIterator::next(Vm& /*vm*/) {
  if (!tuple) return {};
  if (index < tuple->size()) return (*tuple)[index++];
  tuple = nullptr;
  return {};
}

std::int64_t TupleIterator::remaining() const { return tuple ? static_cast<std::int64_t>(tuple->size() - index) : 0; }

Value RangeIterator::next(Vm& /*vm*/) {
  if (left <= 0) return {};
  --left;
  const std::int64_t value = at;
  if (left > 0) at += step;
  return Value(value);
}

Value StrIterator::next(Vm& vm) {
  const std::string_view text = m_text->view();
  if (m_offset >= text.size()) return {};
  const std::size_t start = m_offset;
  utf8::decode(text, m_offset);
  const std::string_view character = text.substr(start, m_offset - start);
  return vm.str(character);
}

const std::string& BytesIterator::bytes() const noexcept {
  return m_data.is_object(kind::bytes) ? m_data.as<Bytes>()->data : m_data.as<ByteArray>()->data;
}

Value BytesIterator::next(Vm& /*vm*/) {
  if (!m_data.is_set()) return {};
  if (m_at < bytes().size()) return Value(std::int64_t{static_cast<unsigned char>(bytes()[m_at++])});
  m_data.reset();
  return {};
}

std::int64_t BytesIterator::remaining() const {
  if (!m_data.is_set() || m_at >= bytes().size()) return 0;
  return static_cast<std::int64_t>(bytes().size() - m_at);
}

DictIterator::DictIterator(Class& cls, Ref<Dict> dict, What what, bool reversed) noexcept
    : Iterator(cls),
      m_dict(std::move(dict)),
      m_what(what),
      m_reversed(reversed),
      m_size(m_dict->size()),
      m_at(reversed ? m_dict->entries().size() : 0) {}

std::int64_t DictIterator::remaining() const {
  return m_dict && m_dict->size() == m_size ? static_cast<std::int64_t>(m_size - m_given) : 0;
}

Value DictIterator::next(Vm& vm) {
  if (!m_dict) return {};
  if (m_dict->size() != m_size) {
    m_size = kChanged;
    return vm.runtime_error("dictionary changed size during iteration");
  }
  const std::vector<Dict::Entry>& entries = m_dict->entries();
  const Dict::Entry* entry = nullptr;
  if (m_reversed) {
    while (m_at > 0 && entry == nullptr) {
      --m_at;
      if (m_at < entries.size() && entries[m_at].key.is_set()) entry = &entries[m_at];
    }
  } else {
    const std::int32_t found = m_dict->next(m_at);
    if (found >= 0) {
      entry = &entries[static_cast<std::size_t>(found)];
      m_at = static_cast<std::size_t>(found) + 1;
    }
  }
  if (entry == nullptr) {
    m_dict = nullptr;
    return {};
  }
  if (m_given == m_size) {
    m_dict = nullptr;
    return vm.runtime_error("dictionary keys changed during iteration");
  }
  ++m_given;
  switch (m_what) {
    case What::keys: return entry->key;
    case What::values: return entry->value;
    case What::items: return vm.tuple({entry->key, entry->value});
  }
  return {};
}

Value SetIterator::next(Vm& vm) {
  if (!m_set) return {};
  if (m_set->size() != m_size) {
    m_size = kChanged;
    return vm.runtime_error("Set changed size during iteration");
  }
  if (const Set::Element* element = m_set->next(m_position)) {
    ++m_given;
    return element->key;
  }
  m_set = nullptr;
  return {};
}

std::int64_t SetIterator::remaining() const {
  return m_set && m_set->size() == m_size ? static_cast<std::int64_t>(m_size - m_given) : 0;
}

Value SnapshotIterator::next(Vm& /*vm*/) { return m_at < m_values.size() ? std::move(m_values[m_at++]) : Value(); }

void SnapshotIterator::visit(Visitor& visitor) const {
  for (const Value& value : m_values) visit_value(visitor, value);
}

void SnapshotIterator::drop_references() noexcept {
  m_values.clear();
  m_at = 0;
}

Value IndexIterator::next(Vm& vm) {
  if (!m_sequence.is_set() || m_at < 0) return {};
  Value item = vm.get_item(m_sequence, Value(m_at));
  if (item.is_set()) {
    m_at += m_step;
    return item;
  }
  if (vm.catch_error(*vm.types().index_error) || vm.catch_error(*vm.types().stop_iteration)) m_sequence.reset();
  return {};
}

std::int64_t IndexIterator::remaining_for(Vm& vm) {
  if (!m_sequence.is_set()) return 0;
  if (!vm.special(vm.class_of(m_sequence), Special::len).is_set()) return -1;
  const std::int64_t length = vm.length(m_sequence);
  if (length < 0) return -1;
  if (m_step > 0) return std::max<std::int64_t>(length - m_at, 0);
  return m_at + 1 > length ? 0 : m_at + 1;
}

Value CallIterator::next(Vm& vm) {
  if (!m_callable.is_set()) return {};
  Value value = vm.call(m_callable, std::span<const Value>());
  if (!value.is_set()) {
    if (vm.catch_error(*vm.types().stop_iteration)) m_callable.reset();
    return {};
  }
  const int at_end = vm.equals(value, m_sentinel);
  if (at_end == 0) return value;
  if (at_end > 0) m_callable.reset();
  return {};
}

void CallIterator::visit(Visitor& visitor) const {
  visit_value(visitor, m_callable);
  visit_value(visitor, m_sentinel);
}

void CallIterator::drop_references() noexcept {
  m_callable.reset();
  m_sentinel.reset();
}

}  // namespace loopline::script
