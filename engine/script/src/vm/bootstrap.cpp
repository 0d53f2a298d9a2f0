#include "bootstrap.h"

#include <algorithm>

#include "script/vm.h"

namespace loopline::script {

namespace {

/// Makes the exception classes in the order of the list, which has every base before what derives from it.
void make_exception_classes(Vm& vm) {
  Types& types = vm.types();
  types.base_exception = vm.make_builtin_class("BaseException", types.object.get());
  types.base_exception->layout = Layout::exception;
  types.base_exception->has_dict = true;
  types.base_exception->exception_kind = loop::ExceptionKind::base_exception;
#define LOOPLINE_MAKE(member, text, base) types.member = vm.make_builtin_class(text, types.base.get());
  LOOPLINE_EXCEPTIONS(LOOPLINE_MAKE)
  LOOPLINE_ASYNC_EXCEPTIONS(LOOPLINE_MAKE)
#undef LOOPLINE_MAKE
  // ExceptionGroup is an Exception too.
  types.exception_group->bases.push_back(types.exception);
  types.exception_group->mro = {types.exception_group.get(), types.base_exception_group.get(), types.exception.get(),
                                types.base_exception.get(), types.object.get()};
  using Kind = loop::ExceptionKind;
  const std::pair<Class*, Kind> kinds[] = {
      {types.exception.get(), Kind::exception},
      {types.assertion_error.get(), Kind::assertion_error},
      {types.runtime_error.get(), Kind::runtime_error},
      {types.type_error.get(), Kind::type_error},
      {types.value_error.get(), Kind::value_error},
      {types.not_implemented_error.get(), Kind::not_implemented_error},
      {types.timeout_error.get(), Kind::timeout_error},
      {types.stop_iteration.get(), Kind::stop_iteration},
      {types.stop_async_iteration.get(), Kind::stop_async_iteration},
      {types.invalid_state_error.get(), Kind::invalid_state_error},
      {types.queue_empty.get(), Kind::queue_empty},
      {types.queue_full.get(), Kind::queue_full},
      {types.broken_barrier_error.get(), Kind::broken_barrier_error},
      {types.broken_executor.get(), Kind::broken_executor},
      {types.generator_exit.get(), Kind::generator_exit},
      {types.cancelled_error.get(), Kind::cancelled_error},
      {types.keyboard_interrupt.get(), Kind::keyboard_interrupt},
      {types.system_exit.get(), Kind::system_exit},
  };
  // What derives from one of these is treated as it is, unless it is in the list itself.
#define LOOPLINE_COLLECT(member, ...) types.member.get(),
  Class* const all[] = {LOOPLINE_EXCEPTIONS(LOOPLINE_COLLECT) LOOPLINE_ASYNC_EXCEPTIONS(LOOPLINE_COLLECT)};
#undef LOOPLINE_COLLECT
  for (Class* cls : all) {
    cls->exception_kind = Kind::base_exception;
    for (const Class* ancestor : cls->mro) {
      const auto* found =
          std::find_if(std::begin(kinds), std::end(kinds), [&](const auto& each) { return each.first == ancestor; });
      if (found != std::end(kinds)) {
        cls->exception_kind = found->second;
        break;
      }
    }
  }
  types.base_exception_group->exception_kind = Kind::base_exception;
  types.exception_group->exception_kind = Kind::exception;
}

void make_classes(Vm& vm) {
  Types& types = vm.types();
  types.object = vm.make_builtin_class("object", nullptr);
  types.object->layout = Layout::instance;
  types.type = vm.make_builtin_class("type", types.object.get(), kind::class_);
  types.object->set_meta(nullptr);
#define LOOPLINE_MAKE(member, text) types.member = vm.make_builtin_class(text, types.object.get());
  LOOPLINE_BUILTIN_TYPES(LOOPLINE_MAKE)
#undef LOOPLINE_MAKE
  types.bool_ = vm.make_builtin_class("bool", types.int_.get());
  make_exception_classes(vm);
}

}  // namespace

void Vm::bootstrap() {
  make_classes(*this);
  const std::pair<loop::ObjectKind, Class*> kinds[] = {
      {kind::str, m_types->str.get()},
      {kind::bytes, m_types->bytes.get()},
      {kind::bytearray, m_types->bytearray.get()},
      {kind::memory_view, m_types->memory_view.get()},
      {kind::complex, m_types->complex_.get()},
      {kind::big_int, m_types->int_.get()},
      {kind::tuple, m_types->tuple.get()},
      {kind::list, m_types->list.get()},
      {kind::dict, m_types->dict.get()},
      {kind::set, m_types->set.get()},
      {kind::frozenset, m_types->frozenset.get()},
      {kind::range, m_types->range.get()},
      {kind::big_range, m_types->range.get()},
      {kind::slice, m_types->slice.get()},
      {kind::function, m_types->function.get()},
      {kind::native_function, m_types->native_function.get()},
      {kind::bound_method, m_types->bound_method.get()},
      {kind::module, m_types->module.get()},
      {kind::cell, m_types->cell.get()},
      {kind::code, m_types->code.get()},
      {kind::frame, m_types->frame.get()},
      {kind::traceback, m_types->traceback.get()},
      {kind::generator, m_types->generator.get()},
      {loop::ObjectKind::coroutine, m_types->coroutine.get()},
      {kind::async_generator, m_types->async_generator.get()},
      {kind::coroutine_wrapper, m_types->coroutine_wrapper.get()},
      {kind::property, m_types->property.get()},
      {kind::class_method, m_types->class_method.get()},
      {kind::static_method, m_types->static_method.get()},
      {kind::super, m_types->super.get()},
      {kind::mapping_proxy, m_types->mapping_proxy.get()},
      {kind::slot_descriptor, m_types->slot_descriptor.get()},
      {kind::generic_alias, m_types->generic_alias.get()},
      {kind::union_type, m_types->union_type.get()},
      {kind::weak_reference, m_types->weak_reference.get()},
  };
  for (const auto& [object_kind, cls] : kinds) m_class_by_kind[static_cast<std::size_t>(object_kind)] = cls;
  for (Class* cls : {m_types->bool_.get(), m_types->none_type.get(), m_types->function.get(), m_types->generator.get(),
                     m_types->coroutine.get(), m_types->range.get(), m_types->slice.get(), m_types->memory_view.get(),
                     m_types->native_function.get(), m_types->bound_method.get(), m_types->ellipsis_type.get(),
                     m_types->not_implemented_type.get()}) {
    cls->is_final = true;
  }
  for (Class* cls :
       {m_types->module.get(), m_types->function.get(), m_types->class_method.get(), m_types->static_method.get()}) {
    cls->has_dict = true;
  }
  for (Class* cls : {m_types->list.get(), m_types->dict.get(), m_types->set.get()}) cls->filled_by_init = true;
  for (Class* cls : {m_types->list.get(), m_types->tuple.get(), m_types->range.get(), m_types->memory_view.get()}) {
    cls->pattern = PatternKind::sequence;
  }
  for (Class* cls : {m_types->dict.get(), m_types->mapping_proxy.get()}) cls->pattern = PatternKind::mapping;
  const auto iterator_class = [this](const char* name) {
    Ref<Class> cls = make_builtin_class(name, m_types->object.get());
    m_other_classes.push_back(cls);
    return cls;
  };
  m_iterator_classes = {iterator_class("list_iterator"),
                        iterator_class("tuple_iterator"),
                        iterator_class("range_iterator"),
                        iterator_class("dict_keyiterator"),
                        iterator_class("dict_valueiterator"),
                        iterator_class("dict_itemiterator"),
                        iterator_class("str_ascii_iterator"),
                        iterator_class("set_iterator"),
                        iterator_class("bytes_iterator"),
                        iterator_class("iterator"),
                        iterator_class("callable_iterator"),
                        iterator_class("list_reverseiterator"),
                        iterator_class("dict_reversekeyiterator"),
                        iterator_class("dict_reversevalueiterator"),
                        iterator_class("dict_reverseitemiterator"),
                        iterator_class("longrange_iterator"),
                        iterator_class("enumerate"),
                        iterator_class("zip"),
                        iterator_class("map"),
                        iterator_class("filter"),
                        iterator_class("reversed"),
                        iterator_class("anext_awaitable"),
                        iterator_class("bytearray_iterator")};
  install_object_and_type(*this);
  install_functions(*this);
  install_exceptions(*this);
  install_generators(*this);
  install_int(*this);
  install_float(*this);
  install_complex(*this);
  install_str(*this);
  install_bytes(*this);
  install_memory_view(*this);
  install_sequences(*this);
  install_dict(*this);
  install_set(*this);
  install_iterators(*this);
  install_generic_types(*this);
  install_builtin_functions(*this);
  install_number_functions(*this);
  install_text_functions(*this);
  m_object_new = *m_types->object->attributes->get(*intern("__new__"));
  m_object_init = *m_types->object->attributes->get(*intern("__init__"));
}

void Vm::add_builtin(std::string_view name, Value value) { m_builtins->set(*intern(name), std::move(value)); }

}  // namespace loopline::script
