import Access
import Testing
