/** Grey lines where rows will be. Said once, not read line by line. */
export function Skeleton({ rows = 6, label }: { readonly rows?: number; readonly label: string }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-4 p-5">
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="flex animate-pulse flex-col gap-2">
          <div className="h-3 w-3/5 rounded-full bg-sunken" />
          <div className="h-2.5 w-4/5 rounded-full bg-sunken" />
        </div>
      ))}
    </div>
  )
}
