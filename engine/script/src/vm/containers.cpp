// Subscripts, membership, length, iteration, dictionaries.
#include <algorithm>

#include "bytes_access.h"
#include "find_text.h"
#include "iterate.h"
#include "numbers.h"
#include "ranges.h"
#include "script/objects/iterators.h"
#include "script/vm.h"
#include "sets.h"

namespace loopline::script {

namespace {

/// Lists whose items take longer to move than the instruction that asks for it.
constexpr std::size_t kLongList = 64;

/// A list index made positive; false after raising.
bool position(Vm& vm, const Value& key, std::size_t size, const char* what, std::size_t& result) {
  const Value number = key.is_int() ? key : vm.index_value(key);
  if (!number.is_set()) return false;
  if (!number.is_int()) {
    vm.index_error("cannot fit '" + vm.type_name(key) + "' into an index-sized integer");
    return false;
  }
  std::int64_t index = number.as_int();
  if (index < 0) index += static_cast<std::int64_t>(size);
  if (index < 0 || static_cast<std::size_t>(index) >= size) {
    vm.index_error(std::string(what) + (*what != '\0' ? " " : "") + "index out of range");
    return false;
  }
  result = static_cast<std::size_t>(index);
  return true;
}

bool is_index(Vm& vm, const Value& key) {
  return is_integer(Vm::core(key)) || vm.special(vm.class_of(key), Special::index).is_set();
}

std::vector<Value> sliced(std::span<const Value> items, const SliceIndices& indices) {
  std::vector<Value> result;
  result.reserve(indices.count);
  std::int64_t at = indices.start;
  for (std::size_t i = 0; i < indices.count; ++i, at += indices.step) {
    result.push_back(items[static_cast<std::size_t>(at)]);
  }
  return result;
}

std::string sliced_bytes(std::string_view data, const SliceIndices& indices) {
  std::string result;
  result.reserve(indices.count);
  std::int64_t at = indices.start;
  for (std::size_t i = 0; i < indices.count; ++i, at += indices.step) result += data[static_cast<std::size_t>(at)];
  return result;
}

Value str_item(Vm& vm, const Value& object, const Value& key) {
  const Str& text = *object.as<Str>();
  if (const Slice* slice = as_kind<Slice>(key, kind::slice)) {
    SliceIndices indices;
    if (!vm.slice_indices(*slice, text.length(), indices)) return {};
    if (indices.step == 1 && indices.count == text.length()) return object;
    if (indices.step == 1) {
      const auto start = static_cast<std::size_t>(indices.start);
      return vm.str(text.slice(start, start + indices.count));
    }
    if (text.is_ascii()) return vm.str(sliced_bytes(text.view(), indices));
    const std::u32string characters = utf8::to_utf32(text.view());
    std::string result;
    std::int64_t at = indices.start;
    for (std::size_t i = 0; i < indices.count; ++i, at += indices.step) {
      utf8::append(result, characters[static_cast<std::size_t>(at)]);
    }
    return vm.str(result);
  }
  if (!is_index(vm, key)) {
    return vm.type_error("string indices must be integers, not '" + vm.type_name(key) + "'");
  }
  std::size_t at = 0;
  if (!position(vm, key, text.length(), "string", at)) return {};
  return vm.str(text.slice(at, at + 1));
}

Value bytes_item(Vm& vm, const Value& object, std::string_view data, const Value& key, bool is_array) {
  if (const Slice* slice = as_kind<Slice>(key, kind::slice)) {
    SliceIndices indices;
    if (!vm.slice_indices(*slice, data.size(), indices)) return {};
    if (is_array) return make<ByteArray>(sliced_bytes(data, indices));
    if (indices.step == 1 && indices.count == data.size()) return object;
    return make<Bytes>(sliced_bytes(data, indices));
  }
  if (!is_index(vm, key)) {
    return vm.type_error(std::string(is_array ? "bytearray" : "byte") + " indices must be integers or slices, not " +
                         vm.type_name(key));
  }
  std::size_t at = 0;
  if (!position(vm, key, data.size(), is_array ? "bytearray" : "", at)) return {};
  return Value(std::int64_t{static_cast<unsigned char>(data[at])});
}

}  // namespace

// ---- subscripts -----------------------------------------------------------------------------------------------------

/// Subscripts of built-in containers; `handled` is false for anything else.
Value Vm::builtin_get_item(const Value& object, const Value& key, bool& handled) {
  handled = true;
  if (!object.is_object()) return handled = false, Value();
  const loop::ObjectKind object_kind = object.as_object()->kind();
  if (object_kind == kind::dict) {
    Value value = dict_get(*object.as<Dict>(), key);
    if (value.is_set() || has_error()) return value;
    return key_error(key);
  }
  if (object_kind == kind::list || object_kind == kind::tuple) {
    const bool is_list = object_kind == kind::list;
    const auto items = [&]() -> std::span<const Value> {
      return is_list ? std::span<const Value>(object.as<List>()->items) : object.as<Tuple>()->values();
    };
    if (const Slice* slice = as_kind<Slice>(key, kind::slice)) {
      SliceIndices indices;
      if (!slice_indices(*slice, items().size(), indices)) return {};
      if (!is_list && indices.step == 1 && indices.count == items().size()) return object;
      // A signal's handler may run meanwhile and change the list.
      if (!spend(indices.count) || !slice_indices(*slice, items().size(), indices)) return {};
      std::vector<Value> part = sliced(items(), indices);
      if (is_list) return make<List>(std::move(part));
      return Tuple::take(part);
    }
    if (!is_index(*this, key)) {
      return type_error(std::string(is_list ? "list" : "tuple") + " indices must be integers or slices, not " +
                        type_name(key));
    }
    std::size_t at = 0;
    if (!position(*this, key, items().size(), is_list ? "list" : "tuple", at)) return {};
    return items()[at];
  }
  if (object_kind == kind::str) return str_item(*this, object, key);
  if (object_kind == kind::bytes) return bytes_item(*this, object, object.as<Bytes>()->data, key, false);
  if (object_kind == kind::bytearray) return bytes_item(*this, object, object.as<ByteArray>()->data, key, true);
  if (ranges::is_range(object)) return ranges::get_item(*this, object, key);
  handled = false;
  return {};
}

namespace {

/// What an instance wraps, if its class leaves the operation as the built-in class has it; null else.
const Value* plain_core(Vm& vm, const Value& object, Special operation) {
  if (!object.is_object(kind::instance)) return nullptr;
  const auto& instance = *object.as<Instance>();
  if (!instance.wrapped.is_set()) return nullptr;
  const Value& own = vm.special(instance.cls(), operation);
  return own.is_set() && own.is_identical(vm.special(*instance.cls().core, operation)) ? &instance.wrapped : nullptr;
}

}  // namespace

Value Vm::get_item(const Value& object, const Value& key) {
  bool handled = false;
  Value value = builtin_get_item(object, key, handled);
  if (handled) return value;
  if (const Value* inside = plain_core(*this, object, Special::getitem)) {
    if (const Dict* dict = as_dict(*inside)) {
      value = dict_get(*dict, key);
      if (value.is_set() || has_error()) return value;
    } else {
      value = builtin_get_item(*inside, key, handled);
      if (handled) return value;
    }
  }
  if (object.is_object(kind::class_)) {
    Class& cls = *object.as<Class>();
    Class& meta = class_of(object);
    if (&meta != m_types->type.get()) {
      const Value method = special(meta, Special::getitem);
      if (method.is_set()) return call_with_self(method, object, CallArguments{{&key, 1}, {}, nullptr});
    }
    bool found = cls.lookup(*intern("__class_getitem__")) != nullptr;
    const Value method = found ? class_attr(cls, *intern("__class_getitem__"), found) : Value();
    if (found) return method.is_set() ? call(method, {key}) : Value();
    return type_error("type '" + std::string(cls.name()->view()) + "' is not subscriptable");
  }
  bool found = false;
  value = call_special(object, Special::getitem, {key}, found);
  if (found) return value;
  return type_error("'" + type_name(object) + "' object is not subscriptable");
}

bool Vm::builtin_set_item(const Value& object, const Value& key, const Value& value, bool& handled) {
  handled = true;
  if (Dict* dict = as_dict(object)) return dict_set(*dict, key, value);
  if (List* list = as_list(object)) {
    if (const Slice* slice = as_kind<Slice>(key, kind::slice)) return set_list_slice(*list, *slice, value);
    if (!is_index(*this, key)) {
      type_error("list indices must be integers or slices, not " + type_name(key));
      return false;
    }
    std::size_t at = 0;
    if (!position(*this, key, list->items.size(), "list assignment", at)) return false;
    list->items[at] = value;
    return true;
  }
  if (ByteArray* array = as_kind<ByteArray>(object, kind::bytearray)) return set_bytes(*this, *array, key, &value);
  handled = false;
  return false;
}

bool Vm::set_item(const Value& object, const Value& key, const Value& value) {
  bool handled = false;
  bool ok = builtin_set_item(object, key, value, handled);
  if (handled) return ok;
  if (const Value* inside = plain_core(*this, object, Special::setitem)) {
    ok = builtin_set_item(*inside, key, value, handled);
    if (handled) return ok;
  }
  bool found = false;
  const Value result = call_special(object, Special::setitem, {key, value}, found);
  if (found) return result.is_set();
  type_error("'" + type_name(object) + "' object does not support item assignment");
  return false;
}

bool Vm::set_list_slice(List& list, const Slice& slice, const Value& value) {
  SliceIndices indices;
  if (!slice_indices(slice, list.items.size(), indices)) return false;
  std::optional<std::vector<Value>> given = to_vector(value);
  if (!given) {
    if (catch_error(*m_types->type_error)) {
      type_error(indices.step == 1 ? "can only assign an iterable" : "must assign iterable to extended slice");
    }
    return false;
  }
  const auto start = static_cast<std::uint64_t>(indices.start);
  if (!spend(given->size() + (indices.step == 1 ? (list.items.size() - std::min(list.items.size(), start)) / 4 : 0))) {
    return false;
  }
  // Going through the values may have changed the list.
  if (!slice_indices(slice, list.items.size(), indices)) return false;
  if (indices.step == 1) {
    const auto first = list.items.begin() + indices.start;
    const auto last = first + static_cast<std::ptrdiff_t>(std::max<std::int64_t>(indices.stop - indices.start, 0));
    if (static_cast<std::size_t>(last - first) == given->size()) {
      std::swap_ranges(first, last, given->begin());
      while (!given->empty()) given->pop_back();
      return true;
    }
    std::vector<Value> replaced(std::make_move_iterator(first), std::make_move_iterator(last));
    const auto at = list.items.erase(first, last);
    list.items.insert(at, given->begin(), given->end());
    list.account();
    while (!replaced.empty()) replaced.pop_back();
    return true;
  }
  if (given->size() != indices.count) {
    value_error("attempt to assign sequence of size " + std::to_string(given->size()) + " to extended slice of size " +
                std::to_string(indices.count));
    return false;
  }
  std::int64_t at = indices.start;
  for (Value& item : *given) {
    list.items[static_cast<std::size_t>(at)] = std::move(item);
    at += indices.step;
  }
  return true;
}

bool Vm::builtin_delete_item(const Value& object, const Value& key, bool& handled) {
  handled = true;
  if (Dict* dict = as_dict(object)) {
    const int deleted = dict_delete(*dict, key);
    if (deleted == 0) key_error(key);
    return deleted > 0;
  }
  if (ByteArray* array = as_kind<ByteArray>(object, kind::bytearray)) return set_bytes(*this, *array, key, nullptr);
  if (List* list = as_list(object)) {
    if (const Slice* slice = as_kind<Slice>(key, kind::slice)) {
      SliceIndices indices;
      if (!spend(list->items.size()) || !slice_indices(*slice, list->items.size(), indices)) return false;
      if (indices.count == 0) return true;
      std::vector<bool> gone(list->items.size(), false);
      std::int64_t at = indices.start;
      for (std::size_t i = 0; i < indices.count; ++i, at += indices.step) gone[static_cast<std::size_t>(at)] = true;
      std::vector<Value> kept;
      for (std::size_t i = 0; i < list->items.size(); ++i) {
        if (!gone[i]) kept.push_back(list->items[i]);
      }
      list->items.swap(kept);
      list->account();
      while (!kept.empty()) kept.pop_back();
      return true;
    }
    if (!is_index(*this, key)) {
      type_error("list indices must be integers or slices, not " + type_name(key));
      return false;
    }
    std::size_t at = 0;
    if (!position(*this, key, list->items.size(), "list assignment", at)) return false;
    if (list->items.size() - at > kLongList && !spend((list->items.size() - at) / 4)) return false;
    if (at >= list->items.size()) return true;  // a signal's handler has taken it out meanwhile
    const Value removed = std::move(list->items[at]);
    list->items.erase(list->items.begin() + static_cast<std::ptrdiff_t>(at));
    return true;
  }
  handled = false;
  return false;
}

bool Vm::delete_item(const Value& object, const Value& key) {
  bool handled = false;
  const bool ok = builtin_delete_item(object, key, handled);
  if (handled) return ok;
  bool found = false;
  const Value result = call_special(object, Special::delitem, {key}, found);
  if (found) return result.is_set();
  type_error("'" + type_name(object) + "' object doesn't support item deletion");
  return false;
}

// ---- length and membership ------------------------------------------------------------------------------------------

std::int64_t Vm::builtin_length(const Value& value) const noexcept {
  if (!value.is_object()) return -1;
  const loop::ObjectKind value_kind = value.as_object()->kind();
  if (value_kind == kind::str) return static_cast<std::int64_t>(value.as<Str>()->length());
  if (value_kind == kind::list) return static_cast<std::int64_t>(value.as<List>()->items.size());
  if (value_kind == kind::tuple) return static_cast<std::int64_t>(value.as<Tuple>()->size());
  if (value_kind == kind::dict) return static_cast<std::int64_t>(value.as<Dict>()->size());
  if (value_kind == kind::set || value_kind == kind::frozenset)
    return static_cast<std::int64_t>(value.as<Set>()->size());
  if (value_kind == kind::range) return value.as<Range>()->length();
  if (value_kind == kind::bytes) return static_cast<std::int64_t>(value.as<Bytes>()->data.size());
  if (value_kind == kind::bytearray) return static_cast<std::int64_t>(value.as<ByteArray>()->data.size());
  if (value_kind == kind::dict_view) return static_cast<std::int64_t>(value.as<DictView>()->dict->size());
  return -1;
}

std::int64_t Vm::length(const Value& value) {
  const std::int64_t known = builtin_length(value);
  if (known >= 0) return known;
  bool found = false;
  const Value result = call_special(value, Special::len, {}, found);
  if (!found) {
    type_error("object of type '" + type_name(value) + "' has no len()");
    return -1;
  }
  if (!result.is_set()) return -1;
  const Value number = index_value(result);
  if (!number.is_set()) return -1;
  if (number.is_int() && number.as_int() >= 0) return number.as_int();
  if (number.is_int() || sgn(to_mpz(number)) < 0) {
    value_error("__len__() should return >= 0");
  } else {
    overflow_error("cannot fit '" + type_name(result) + "' into an index-sized integer");
  }
  return -1;
}

int Vm::contains(const Value& container, const Value& item) {
  if (const Dict* dict = as_dict(container)) {
    std::int64_t item_hash = 0;
    if (!hash(item, item_hash)) return -1;
    const std::int32_t found = dict->find(*this, item, item_hash);
    return found == Dict::kFailed ? -1 : found >= 0 ? 1 : 0;
  }
  if (const Set* set = as_set(container)) {
    Value key;
    std::int64_t item_hash = 0;
    if (!sets::hash_for_lookup(*this, item, key, item_hash)) return -1;
    const Set::Found found = set->contains(*this, key, item_hash);
    return found == Set::Found::failed ? -1 : found == Set::Found::yes ? 1 : 0;
  }
  if (const Str* text = as_str(container)) {
    const Str* part = core_as<Str>(item, kind::str);
    if (part == nullptr) {
      type_error("'in <string>' requires string as left operand, not " + type_name(item));
      return -1;
    }
    if (!spend(cost_of_find(text->view(), part->view()))) return -1;
    return find_text(text->view(), part->view()) != std::string_view::npos ? 1 : 0;
  }
  if (container.is_object(kind::bytes) || container.is_object(kind::bytearray)) {
    return bytes_contain(*this, *bytes_view_of(container), item);
  }
  if (container.is_object(kind::list) || container.is_object(kind::tuple)) {
    // Comparing may change a list: its size is asked anew.
    for (std::size_t i = 0;; ++i) {
      const std::span<const Value> items = container.is_object(kind::list)
                                               ? std::span<const Value>(container.as<List>()->items)
                                               : container.as<Tuple>()->values();
      if (i >= items.size()) return 0;
      const Value each = items[i];
      const int same = equals(each, item);
      if (same != 0) return same;
      if ((i & 0xfU) == 0xf && !spend(48)) return -1;
    }
  }
  if (ranges::is_range(container)) return ranges::contains(*this, container, item);
  if (const DictView* view = as_kind<DictView>(container, kind::dict_view);
      view != nullptr && view->what != DictIterator::What::values) {
    const Ref<Dict> dict = view->dict;
    if (view->what == DictIterator::What::keys) return contains(Value(dict), item);
    const Tuple* pair = as_tuple(core(item));
    if (pair == nullptr || pair->size() != 2) return 0;
    const Value held = dict_get(*dict, (*pair)[0]);
    if (!held.is_set()) return has_error() ? -1 : 0;
    return equals(held, (*pair)[1]);
  }
  bool found = false;
  const Value result = call_special(container, Special::contains, {item}, found);
  if (found) return result.is_set() ? truth(result) : -1;
  if (const Value* refused = class_of(container).lookup(*intern("__contains__"));
      refused != nullptr && refused->is_none()) {
    type_error("'" + type_name(container) + "' object is not a container");
    return -1;
  }
  int present = 0;
  const Value iterator = iter(container);
  if (!iterator.is_set()) {
    if (catch_error(*m_types->type_error)) {
      type_error("argument of type '" + type_name(container) + "' is not iterable");
    }
    return -1;
  }
  const bool ok = iterate(iterator, [&](const Value& each) {
    present = equals(each, item);
    return present == 0;
  });
  return ok || present > 0 ? present : -1;
}

// ---- iteration ------------------------------------------------------------------------------------------------------

Value Vm::iter(const Value& value) {
  if (value.is_object()) {
    const loop::ObjectKind value_kind = value.as_object()->kind();
    if (value_kind == kind::iterator || value_kind == kind::generator) return value;
    Value made = builtin_iter(value);
    if (made.is_set()) return made;
  }
  bool found = false;
  Value iterator = call_special(value, Special::iter, {}, found);
  if (found) {
    if (!iterator.is_set()) return {};
    const bool good = iterator.is_object(kind::iterator) || iterator.is_object(kind::generator) ||
                      special(class_of(iterator), Special::next).is_set();
    if (good) return iterator;
    return type_error("iter() returned non-iterator of type '" + type_name(iterator) + "'");
  }
  const bool refuses = class_of(value).lookup(*intern("__iter__")) != nullptr;
  if (!refuses && !value.is_object(kind::class_) && special(class_of(value), Special::getitem).is_set()) {
    return make<IndexIterator>(*m_iterator_classes.sequence, value, 0, 1);
  }
  if (value.is_object(kind::class_) && special(class_of(value), Special::getitem).is_set() && !refuses) {
    return make<IndexIterator>(*m_iterator_classes.sequence, value, 0, 1);
  }
  return type_error("'" + type_name(value) + "' object is not iterable");
}

/// Iterators over built-in containers; unset for anything else.
Value Vm::builtin_iter(const Value& value) {
  const loop::ObjectKind value_kind = value.as_object()->kind();
  const IteratorClasses& classes = m_iterator_classes;
  if (value_kind == kind::list) return make<ListIterator>(*classes.list, Ref<List>(value.as<List>()));
  if (value_kind == kind::tuple) return make<TupleIterator>(*classes.tuple, Ref<Tuple>(value.as<Tuple>()));
  if (ranges::is_range(value)) return ranges::iterator(*this, value, false);
  if (value_kind == kind::dict) {
    return make<DictIterator>(*classes.dict_keys, Ref<Dict>(value.as<Dict>()), DictIterator::What::keys);
  }
  if (value_kind == kind::dict_view) {
    const DictView& view = *value.as<DictView>();
    Class& cls = view.what == DictIterator::What::keys     ? *classes.dict_keys
                 : view.what == DictIterator::What::values ? *classes.dict_values
                                                           : *classes.dict_items;
    return make<DictIterator>(cls, view.dict, view.what);
  }
  if (value_kind == kind::str) return make<StrIterator>(*classes.str, Ref<Str>(value.as<Str>()));
  if (value_kind == kind::set || value_kind == kind::frozenset) {
    const Ref<Set> set(value.as<Set>());
    return make<SetIterator>(*classes.set, set);
  }
  if (value_kind == kind::bytes || value_kind == kind::bytearray) {
    return make<BytesIterator>(value_kind == kind::bytes ? *classes.bytes : *classes.bytearray, value);
  }
  return {};
}

Value Vm::next(const Value& iterator) {
  if (iterator.is_object(kind::iterator)) return iterator.as<Iterator>()->next(*this);
  if (iterator.is_object(kind::generator)) {
    auto& generator = *iterator.as<Generator>();
    if (generator.state == Generator::State::finished) return {};
    Value out;
    switch (resume(generator, Value::none(), out)) {
      case loop::StepKind::paused: return Value::none();
      case loop::StepKind::yielded: return out;
      case loop::StepKind::returned: return {};
      case loop::StepKind::raised: thread().error = Ref<loop::Exception>(out.as<loop::Exception>()); return {};
    }
  }
  bool found = false;
  Value item = call_special(iterator, Special::next, {}, found);
  if (!found) return type_error("'" + type_name(iterator) + "' object is not an iterator");
  if (!item.is_set()) catch_error(*m_types->stop_iteration);
  return item;
}

Value Vm::next_or_raise(const Value& iterator) {
  if (iterator.is_object(kind::generator)) {
    auto& generator = *iterator.as<Generator>();
    if (generator.state == Generator::State::finished) return stop_iteration();
    Value out;
    switch (resume(generator, Value::none(), out)) {
      case loop::StepKind::paused: return Value::none();
      case loop::StepKind::yielded: return out;
      case loop::StepKind::returned: return stop_iteration(std::move(out));
      case loop::StepKind::raised: thread().error = Ref<loop::Exception>(out.as<loop::Exception>()); return {};
    }
  }
  if (iterator.is_object(kind::iterator)) {
    Value item = iterator.as<Iterator>()->next(*this);
    if (!item.is_set() && !has_error()) return stop_iteration();
    return item;
  }
  bool found = false;
  Value item = call_special(iterator, Special::next, {}, found);
  if (!found) return type_error("'" + type_name(iterator) + "' object is not an iterator");
  return item;
}

bool Vm::iterate(const Value& iterable, const std::function<bool(Value)>& each) {
  const Value iterator = iter(iterable);
  if (!iterator.is_set()) return false;
  for (;;) {
    Value item = next(iterator);
    if (!item.is_set()) return !has_error();
    if (!each(std::move(item))) return !has_error();
    if (!spend(3)) return false;
  }
}

std::optional<std::vector<Value>> Vm::to_vector(const Value& iterable) {
  if (const List* list = as_list(iterable)) return list->items;
  if (const Tuple* tuple = as_tuple(iterable)) return std::vector<Value>(tuple->begin(), tuple->end());
  std::vector<Value> items;
  const bool ok = iterate(iterable, [&](Value item) {
    items.push_back(std::move(item));
    return (items.size() & 0xffffU) != 0 || check_size(items.size() * sizeof(Value));
  });
  if (!ok || has_error()) return std::nullopt;
  return items;
}

// ---- dictionaries ---------------------------------------------------------------------------------------------------

Value Vm::dict_get(const Dict& dict, const Value& key) {
  std::int64_t key_hash = 0;
  if (!hash(key, key_hash)) return {};
  const std::int32_t found = dict.find(*this, key, key_hash);
  return found < 0 ? Value() : dict.entries()[static_cast<std::size_t>(found)].value;
}

bool Vm::dict_set(Dict& dict, const Value& key, Value value) {
  std::int64_t key_hash = 0;
  return hash(key, key_hash) && dict.set(*this, key, key_hash, std::move(value));
}

int Vm::dict_delete(Dict& dict, const Value& key) {
  std::int64_t key_hash = 0;
  if (!hash(key, key_hash)) return -1;
  const std::int32_t found = dict.find(*this, key, key_hash);
  if (found == Dict::kFailed) return -1;
  if (found < 0) return 0;
  dict.erase_at(found);
  return 1;
}

bool Vm::update_dict(Dict& target, const Value& source, const std::function<void()>& not_a_mapping) {
  Dict* other = core_as<Dict>(source, kind::dict);
  // A class of a script that iterates in a way of its own is asked as any mapping is.
  if (other != nullptr && source.is_object(kind::instance) &&
      !special(class_of(source), Special::iter).is_identical(special(*m_types->dict, Special::iter))) {
    other = nullptr;
  }
  if (other != nullptr) {
    if (other == &target) return true;
    const Ref<Dict> keep(other);
    const std::size_t size = other->size();
    if (!spend(size * 8)) return false;
    for (std::int32_t at = other->next(0); at >= 0; at = other->next(static_cast<std::size_t>(at) + 1)) {
      const Dict::Entry entry = other->entries()[static_cast<std::size_t>(at)];
      if (!target.set(*this, entry.key, entry.hash, entry.value)) return false;
      if (other->size() != size) {
        runtime_error("dict mutated during update");
        return false;
      }
    }
    return true;
  }
  const Value keys = find_attr(source, "keys");
  if (!keys.is_set()) {
    if (!has_error()) not_a_mapping();
    return false;
  }
  const Value all = call(keys, std::span<const Value>());
  if (!all.is_set()) return false;
  return for_each(*this, all, [&](const Value& key) {
    Value value = get_item(source, key);
    return value.is_set() && dict_set(target, key, std::move(value));
  });
}

}  // namespace loopline::script
