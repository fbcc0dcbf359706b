package intake

// The headers of the columns that a workbook of refused rows has beside its own. They hold no values and make no
// other header of it.
const (
	PlaceHeader  = "所在单元格"
	ReasonHeader = "不能导入的原因"
	AdviceHeader = "建议"
)

func handedBack(mark string) bool {
	return mark == PlaceHeader || mark == ReasonHeader || mark == AdviceHeader
}
