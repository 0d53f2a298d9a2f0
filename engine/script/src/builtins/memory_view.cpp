// memoryview: one dimension of unsigned bytes.
#include "script/objects/memory_view.h"
#include "../vm/bootstrap.h"
#include "bytes_common.h"

namespace loopline::script {

namespace {

/// self, if it is not released; null after raising.
MemoryView* alive(Vm& vm, const Value& self) {
  MemoryView* view = as_memory_view(self);
  if (!view->is_released()) return view;
  vm.value_error("operation forbidden on released memoryview object");
  return nullptr;
}

Value view_new(Vm& vm, Arguments args) {
  if (const MemoryView* other = as_memory_view(args[1])) {
    if (alive(vm, args[1]) == nullptr) return {};
    return make<MemoryView>(other->owner(), other->start(), other->step(), other->length(), other->is_readonly());
  }
  const Value& owner = Vm::core(args[1]);
  const std::optional<std::string_view> data = bytes_view_of(owner);
  if (!data) return vm.type_error("memoryview: a bytes-like object is required, not '" + vm.type_name(args[1]) + "'");
  return make<MemoryView>(owner, 0, 1, data->size(), owner.is_object(kind::bytes));
}

Value view_repr(Vm& vm, Arguments args) {
  const bool released = as_memory_view(args[0])->is_released();
  return vm.str(std::string(released ? "<released memory at " : "<memory at ") + vm.address_of(args[0]) + ">");
}

Value view_len(Vm& vm, Arguments args) {
  const MemoryView* view = alive(vm, args[0]);
  return view != nullptr ? Value(static_cast<std::int64_t>(view->length())) : Value();
}

/// The place that an index says; false after raising.
bool place_of(Vm& vm, const MemoryView& view, const Value& key, std::size_t& place) {
  std::int64_t at = 0;
  if (!vm.index(key, at)) return false;
  const auto size = static_cast<std::int64_t>(view.length());
  if (at < 0) at += size;
  if (at < 0 || at >= size) {
    vm.index_error("index out of bounds on dimension 1");
    return false;
  }
  place = static_cast<std::size_t>(at);
  return true;
}

bool is_index(Vm& vm, const Value& key) {
  return is_integer(Vm::core(key)) || vm.special(vm.class_of(key), Special::index).is_set();
}

Value part_of(Vm& vm, const MemoryView& view, const Slice& slice) {
  SliceIndices indices;
  if (!vm.slice_indices(slice, view.length(), indices)) return {};
  const auto first = static_cast<std::int64_t>(view.start()) + indices.start * view.step();
  return make<MemoryView>(view.owner(), static_cast<std::size_t>(std::max<std::int64_t>(first, 0)),
                          view.step() * indices.step, indices.count, view.is_readonly());
}

Value view_getitem(Vm& vm, Arguments args) {
  const MemoryView* view = alive(vm, args[0]);
  if (view == nullptr) return {};
  if (const Slice* slice = as_kind<Slice>(args[1], kind::slice)) return part_of(vm, *view, *slice);
  if (!is_index(vm, args[1])) {
    const Tuple* keys = as_tuple(args[1]);
    if (keys != nullptr && keys->size() != 1) {
      return vm.raise(*vm.types().not_implemented_error, keys->empty()
                                                             ? "sub-views are not implemented"
                                                             : "multi-dimensional sub-views are not implemented");
    }
    if (keys == nullptr || !is_index(vm, (*keys)[0])) return vm.type_error("memoryview: invalid slice key");
    Value inner[] = {args[0], (*keys)[0]};
    return view_getitem(vm, inner);
  }
  std::size_t place = 0;
  if (!place_of(vm, *view, args[1], place) || alive(vm, args[0]) == nullptr) return {};
  return Value(std::int64_t{view->at(place)});
}

Value set_part(Vm& vm, const MemoryView& view, const Slice& slice, const Value& value) {
  const BytesData given(value);
  if (!require_bytes(vm, value, given)) return {};
  const std::string bytes(given.view());
  const Value part = part_of(vm, view, slice);
  if (!part.is_set()) return {};
  MemoryView& target = *as_memory_view(part);
  if (target.length() != bytes.size()) {
    return vm.value_error("memoryview assignment: lvalue and rvalue have different structures");
  }
  for (std::size_t i = 0; i < bytes.size(); ++i) target.set(i, static_cast<unsigned char>(bytes[i]));
  return Value::none();
}

Value view_setitem(Vm& vm, Arguments args) {
  MemoryView* view = alive(vm, args[0]);
  if (view == nullptr) return {};
  if (view->is_readonly()) return vm.type_error("cannot modify read-only memory");
  if (const Slice* slice = as_kind<Slice>(args[1], kind::slice)) return set_part(vm, *view, *slice, args[2]);
  if (!is_index(vm, args[1])) return vm.type_error("memoryview: invalid slice key");
  std::size_t place = 0;
  if (!place_of(vm, *view, args[1], place)) return {};
  if (!is_index(vm, args[2])) return vm.type_error("memoryview: invalid type for format 'B'");
  std::int64_t byte = 0;
  if (!vm.index(args[2], byte, true)) return {};
  if (byte < 0 || byte > 255) return vm.value_error("memoryview: invalid value for format 'B'");
  if (alive(vm, args[0]) == nullptr) return {};
  view->set(place, static_cast<unsigned char>(byte));
  return Value::none();
}

Value view_delitem(Vm& vm, Arguments args) {
  const MemoryView* view = alive(vm, args[0]);
  if (view == nullptr) return {};
  return vm.type_error(view->is_readonly() ? "cannot modify read-only memory" : "cannot delete memory");
}

Value view_tobytes(Vm& vm, Arguments args) {
  const MemoryView* view = alive(vm, args[0]);
  return view != nullptr ? Value(make<Bytes>(view->copy())) : Value();
}

Value view_tolist(Vm& vm, Arguments args) {
  const MemoryView* view = alive(vm, args[0]);
  if (view == nullptr || !vm.check_size(view->length() * sizeof(Value))) return {};
  std::vector<Value> items;
  for (std::size_t i = 0; i < view->length(); ++i) items.emplace_back(std::int64_t{view->at(i)});
  return vm.list(std::move(items));
}

Value view_iter(Vm& vm, Arguments args) {
  const Value list = view_tolist(vm, args);
  return list.is_set() ? vm.iter(list) : Value();
}

Value view_hex(Vm& vm, Arguments args) {
  const MemoryView* view = alive(vm, args[0]);
  return view != nullptr ? hex_text(vm, view->copy(), args[1], args[2]) : Value();
}

Value view_release(Vm& /*vm*/, Arguments args) {
  as_memory_view(args[0])->release();
  return Value::none();
}

Value view_toreadonly(Vm& vm, Arguments args) {
  const MemoryView* view = alive(vm, args[0]);
  if (view == nullptr) return {};
  return make<MemoryView>(view->owner(), view->start(), view->step(), view->length(), true);
}

Value view_enter(Vm& vm, Arguments args) { return alive(vm, args[0]) != nullptr ? args[0] : Value(); }

Value view_hash(Vm& vm, Arguments args) {
  const MemoryView* view = alive(vm, args[0]);
  if (view == nullptr) return {};
  if (!view->is_readonly()) return vm.value_error("cannot hash writable memoryview object");
  if (!view->owner().is_object(kind::bytes)) return vm.type_error("unhashable type: 'bytearray'");
  return Value(hash_bytes(view->copy()));
}

template <Comparison op>
Value view_compare(Vm& vm, Arguments args) {
  const Value result = vm.compare_native(op, args[0], args[1]);
  if (!result.is_set() || result.tag() != Tag::not_implemented) return result;
  if (!args[0].is_identical(args[1])) return result;
  return Value(op == Comparison::equal);
}

// ---- attributes ----------------------------------------------------------------------------------------------------

template <Value (*get)(Vm& vm, const MemoryView& view)>
Value getter(Vm& vm, Arguments args) {
  const MemoryView* view = alive(vm, args[0]);
  return view != nullptr ? get(vm, *view) : Value();
}

Value get_obj(Vm& /*vm*/, const MemoryView& view) { return view.owner(); }
Value get_nbytes(Vm& /*vm*/, const MemoryView& view) { return Value(static_cast<std::int64_t>(view.length())); }
Value get_one(Vm& /*vm*/, const MemoryView& /*view*/) { return Value(std::int64_t{1}); }
Value get_readonly(Vm& /*vm*/, const MemoryView& view) { return Value(view.is_readonly()); }
Value get_format(Vm& vm, const MemoryView& /*view*/) { return vm.str("B"); }
Value get_shape(Vm& vm, const MemoryView& view) { return vm.tuple({Value(static_cast<std::int64_t>(view.length()))}); }
Value get_strides(Vm& vm, const MemoryView& view) { return vm.tuple({Value(view.step())}); }
Value get_suboffsets(Vm& vm, const MemoryView& /*view*/) { return vm.tuple({}); }
Value get_contiguous(Vm& /*vm*/, const MemoryView& view) { return Value(view.step() == 1 || view.length() < 2); }

constexpr NativeDefinition kView[] = {
    {"__new__", "type, object", view_new},
    {"__repr__", "self, /", view_repr},
    {"__len__", "self, /", view_len},
    {"__iter__", "self, /", view_iter},
    {"__getitem__", "self, key, /", view_getitem},
    {"__setitem__", "self, key, value, /", view_setitem},
    {"__delitem__", "self, key, /", view_delitem},
    {"__hash__", "self, /", view_hash},
    {"__eq__", "self, value, /", view_compare<Comparison::equal>},
    {"__ne__", "self, value, /", view_compare<Comparison::not_equal>},
    {"__enter__", "self, /", view_enter},
    {"__exit__", "self, /, *args", view_release},
    {"tobytes", "self, /, order=None", view_tobytes},
    {"tolist", "self, /", view_tolist},
    {"hex", "self, /, sep?, bytes_per_sep=1", view_hex},
    {"release", "self, /", view_release},
    {"toreadonly", "self, /", view_toreadonly},
};

constexpr NativeDefinition kViewGetters[] = {
    {"obj", "self, /", getter<get_obj>},
    {"nbytes", "self, /", getter<get_nbytes>},
    {"itemsize", "self, /", getter<get_one>},
    {"ndim", "self, /", getter<get_one>},
    {"readonly", "self, /", getter<get_readonly>},
    {"format", "self, /", getter<get_format>},
    {"shape", "self, /", getter<get_shape>},
    {"strides", "self, /", getter<get_strides>},
    {"suboffsets", "self, /", getter<get_suboffsets>},
    {"contiguous", "self, /", getter<get_contiguous>},
    {"c_contiguous", "self, /", getter<get_contiguous>},
    {"f_contiguous", "self, /", getter<get_contiguous>},
};

}  // namespace

void install_memory_view(Vm& vm) {
  Class& cls = *vm.types().memory_view;
  vm.define_methods(cls, kView);
  vm.define_getters(cls, kViewGetters);
  vm.add_builtin("memoryview", Value(&cls));
}

}  // namespace loopline::script
